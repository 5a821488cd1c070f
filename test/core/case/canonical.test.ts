import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digest } from '../../../core/case/chain.ts';

/** The value again, with its keys put in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  );
}

test('a digest doesn’t depend on the order of keys, nor on being written and read', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const again: unknown = JSON.parse(JSON.stringify(value));
      expect(digest(turned(again))).toBe(digest(again));
    }),
  );
});

test.each([
  { name: 'keys', value: { b: 1, a: [true, null, 'x'] }, expected: '{"a":[true,null,"x"],"b":1}' },
  { name: 'keys that are numbers', value: { a: 1, 10: 2, 9: 3 }, expected: '{"9":3,"10":2,"a":1}' },
  { name: 'what isn’t there', value: { a: undefined, b: [undefined] }, expected: '{"b":[null]}' },
])('$name: the digest is that of the JSON in order', async ({ value, expected }) => {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(expected));
  expect(digest(value)).toBe(Buffer.from(bytes).toString('hex'));
});
