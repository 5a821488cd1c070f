import { describe, expect, test } from 'vitest';
import { EmlError } from '../../../core/reading/eml-error.ts';
import { messageFromEml } from '../../../core/reading/eml.ts';
import { mailOf } from './mail-of.ts';

const MULTIPART = ['From: a@b.example', 'Content-Type: multipart/mixed; boundary=x', ''];

async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

describe('a small mail that would take long', () => {
  test.each([
    ['blank lines', '\r\n'.repeat(1_000_000)],
    ['short lines', 'ab\r\n'.repeat(500_000)],
  ])('is read at both ends: %s', async (_, middle) => {
    const bytes = mailOf(['From: a@b.example', '', `The lamp smokes.\r\n${middle}\r\nThe gas leaks.`]);
    let text = '';
    const taken = await processorTime(async () => ({ text } = await messageFromEml(bytes)));
    expect([text.startsWith('The lamp smokes.'), text.trim().endsWith('The gas leaks.')]).toEqual([true, true]);
    expect(taken).toBeLessThan(12_000);
  });

  test.each([
    ['headers', (at: number) => `X-H${String(at)}: ${String(at)}`],
    ['folded lines of one header', () => ' folded'],
  ])('is refused by its reason, and soon: 100,000 %s', async (_, line) => {
    const bytes = mailOf([
      'From: a@b.example',
      'X-A: b',
      ...Array.from({ length: 100_000 }, (__, at) => line(at)),
      '',
      'Hi',
    ]);
    const taken = await processorTime(async () => {
      await expect(messageFromEml(bytes)).rejects.toThrow('has more than 5000 lines before its text');
    });
    expect(taken).toBeLessThan(2_000);
  });

  test('says where lines were left out', async () => {
    const { text } = await messageFromEml(mailOf(['From: a@b.example', '', 'ab\r\n'.repeat(20_000)]));
    expect(text).toContain('left out');
  });

  test.each([
    ['parts', [...MULTIPART, '--x\r\n\r\na\r\n'.repeat(100_000), '--x--'], 'more than 1000 parts'],
    [
      'parts within parts',
      [
        'From: a@b.example',
        ...Array.from(
          { length: 256 },
          (_, at) => `Content-Type: multipart/mixed; boundary=x${String(at)}y\r\n\r\n--x${String(at)}y`,
        ),
      ],
      'nesting depth',
    ],
  ])('is refused at once: %s', async (_, lines, why) => {
    let error: unknown;
    const taken = await processorTime(() => messageFromEml(mailOf(lines)).catch((caught: unknown) => (error = caught)));
    expect(error).toBeInstanceOf(EmlError);
    expect(String(error)).toContain(why);
    expect(taken).toBeLessThan(3_000);
  });

  test('keeps what stands beside a large attachment', async () => {
    const message = await messageFromEml(
      mailOf([
        ...MULTIPART,
        '--x\r\n\r\nThe lamp is out.',
        '--x\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n',
        `${'QUFB'.repeat(19)}\r\n`.repeat(100_000),
        '--x\r\n\r\nThe gas leaks.',
        '--x--',
      ]),
    );
    expect(message.text).toMatch(/The lamp is out\.\s+The gas leaks\./);
    expect(message.attachments).toEqual(['a.pdf']);
  });
});
