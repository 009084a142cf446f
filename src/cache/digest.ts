import { createHash } from 'node:crypto';

/**
 * The digest of plain data: the same for the same data, and another one for any other. Order counts; a gap is something
 * else than an absent key.
 * @throws TypeError on what is no plain data
 */
export function digestOfData(data: unknown): string {
  return createHash('sha256').update(spell(data)).digest('hex');
}

function spell(value: unknown): string {
  switch (typeof value) {
    case 'string': return JSON.stringify(value);
    case 'number': return Object.is(value, -0) ? '-0' : String(value);
    case 'boolean': case 'undefined': return String(value);
    case 'object': return value === null ? 'null' : spellObject(value);
    default: throw new TypeError(`${typeof value}: not data`);
  }
}

function spellObject(value: object): string {
  if (Array.isArray(value)) return `[${Array.from(value, spell).join()}]`;
  if (value instanceof Uint8Array) return `bytes(${createHash('sha256').update(value).digest('hex')})`;
  if (value instanceof Map) return `map(${Array.from(value, spell).join()})`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError(`${value.constructor.name}: not plain data`);
  return `{${Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}:${spell(each)}`).join()}}`;
}
