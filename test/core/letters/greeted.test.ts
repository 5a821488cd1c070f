import { describe, expect, test } from 'vitest';
import { greeted } from '../../../core/letters/greeted.ts';

describe('whom a letter greets', () => {
  test.each([
    ['Helen Marchetti', 'Helen Marchetti'],
    ['Office of Jane Marlow MP', 'Jane Marlow MP'],
    ['Jane Marlow’s office', 'Jane Marlow'],
    ['MARCHETTI, Helen', 'Helen Marchetti'],
    ['Marchetti, Helen', 'Helen Marchetti'],
    ['O’NEIL, Ann Marie', 'Ann Marie O’Neil'],
    ['MCDONALD, Iain', 'Iain McDonald'],
    ['SMITH-JONES, T.', 'T. Smith-Jones'],
    ['Marlow, MP', 'Marlow, MP'],
    ['Bell, OBE', 'Bell, OBE'],
    ['Ward & Sons, Solicitors', 'Ward & Sons, Solicitors'],
    ['Citizens Advice, Leeds', 'Citizens Advice, Leeds'],
    ['Ann Bell, Tom Bell, Jo Bell', 'Ann Bell, Tom Bell, Jo Bell'],
    ['', ''],
  ])('%s: Dear %s', (name, whom) => {
    expect(greeted(name)).toBe(whom);
  });
});
