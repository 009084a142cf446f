/** The tables of a TrueType or OpenType font file by their tags, each a view into the file. */
export function readTables(font: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = HEAD + index * RECORD;
    const offset = font.readUInt32BE(record + 8);
    tables.set(font.toString('latin1', record, record + 4), font.subarray(offset, offset + font.readUInt32BE(record + 12)));
  }
  return tables;
}

/** A TrueType file of these tables, with the sums that a reader checks it by. */
export function writeTables(tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(HEAD + sorted.length * RECORD);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(0x00010000, 0);
  [sorted.length, power * RECORD, Math.log2(power), (sorted.length - power) * RECORD].forEach((value, index) => directory.writeUInt16BE(value, 4 + index * 2));

  const parts: Buffer[] = [directory];
  let offset = directory.length;
  sorted.forEach(([tag, table], index) => {
    const content = tag === 'head' ? withoutSum(table) : table;
    const record = HEAD + index * RECORD;
    directory.write(tag, record, 'latin1');
    [checksum(content), offset, content.length].forEach((value, at) => directory.writeUInt32BE(value, record + 4 + at * 4));
    const whole = padded(content);
    parts.push(whole);
    offset += whole.length;
  });
  const font = Buffer.concat(parts);
  const head = directory.readUInt32BE(HEAD + sorted.findIndex(([tag]) => tag === 'head') * RECORD + 8);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8);
  return font;
}

const HEAD = 12;
const RECORD = 16;

/** The sum of the whole file stands within it: it is reckoned with nought in its place. */
function withoutSum(head: Buffer): Buffer {
  const copy = Buffer.from(head);
  copy.writeUInt32BE(0, 8);
  return copy;
}

function padded(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc(-content.length & 3)]);
}

function checksum(content: Buffer): number {
  const words = padded(content);
  let sum = 0;
  for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0;
  return sum;
}
