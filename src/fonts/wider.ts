/** A TrueType font in which glyphs can be measured, and made wider. */
export class TrueType {
  readonly #font: Buffer;
  readonly #tables: ReadonlyMap<string, Buffer>;

  constructor(font: Buffer) {
    this.#font = font;
    this.#tables = new Map(Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const record = 12 + index * 16;
      const offset = font.readUInt32BE(record + 8);
      return [font.toString('latin1', record, record + 4), font.subarray(offset, offset + font.readUInt32BE(record + 12))];
    }));
  }

  get unitsPerEm(): number {
    return this.#table('head').readUInt16BE(18);
  }

  get #glyphCount(): number {
    return this.#table('maxp').readUInt16BE(4);
  }

  /** The advance of a glyph, in units of the font. */
  widthOf(glyph: number): number {
    const last = this.#table('hhea').readUInt16BE(34) - 1;
    return this.#table('hmtx').readUInt16BE(4 * Math.min(glyph, last));
  }

  /** The font with these glyphs only, under their numbers, each with so much more room after it. */
  wider(glyphs: Iterable<number>, room: number): Buffer {
    const wanted = new Set(glyphs);
    const metrics = Buffer.alloc(4 * this.#glyphCount);
    for (const glyph of wanted) {
      metrics.writeUInt16BE(this.widthOf(glyph) + room, 4 * glyph);
      metrics.writeInt16BE(this.#bearingOf(glyph), 4 * glyph + 2);
    }
    return this.#build(new Map([...this.#tables, ['hmtx', metrics], ...this.#outlinesOf(this.#withParts(wanted))]));
  }

  #bearingOf(glyph: number): number {
    const count = this.#table('hhea').readUInt16BE(34);
    return this.#table('hmtx').readInt16BE(glyph < count ? 4 * glyph + 2 : 4 * count + 2 * (glyph - count));
  }

  #outlineOf(glyph: number): Buffer {
    const places = this.#table('loca');
    const isLong = this.#table('head').readInt16BE(50) === 1;
    const place = (index: number) => (isLong ? places.readUInt32BE(4 * index) : 2 * places.readUInt16BE(2 * index));
    return this.#table('glyf').subarray(place(glyph), place(glyph + 1));
  }

  /** A glyph may be put together from others. */
  #withParts(glyphs: ReadonlySet<number>): Set<number> {
    const all = new Set(glyphs);
    for (const glyph of all) for (const part of partsOf(this.#outlineOf(glyph))) all.add(part);
    return all;
  }

  #outlinesOf(glyphs: ReadonlySet<number>): [string, Buffer][] {
    const places = Buffer.alloc(4 * (this.#glyphCount + 1));
    const outlines: Buffer[] = [];
    let length = 0;
    for (let glyph = 0; glyph < this.#glyphCount; glyph++) {
      const outline = glyphs.has(glyph) ? padded(this.#outlineOf(glyph)) : Buffer.alloc(0);
      outlines.push(outline);
      length += outline.length;
      places.writeUInt32BE(length, 4 * (glyph + 1));
    }
    const head = Buffer.from(this.#table('head'));
    head.writeUInt32BE(0, 8);
    head.writeInt16BE(1, 50);
    const hhea = Buffer.from(this.#table('hhea'));
    hhea.writeUInt16BE(this.#glyphCount, 34);
    return [['glyf', Buffer.concat(outlines)], ['loca', places], ['head', head], ['hhea', hhea]];
  }

  #build(tables: ReadonlyMap<string, Buffer>): Buffer {
    const names = [...tables.keys()].sort();
    const header = Buffer.alloc(12 + 16 * names.length);
    this.#font.copy(header, 0, 0, 12);
    const bodies = names.map((name) => padded(tables.get(name)!));
    let offset = header.length;
    names.forEach((name, index) => {
      const record = 12 + 16 * index;
      header.write(name, record, 'latin1');
      header.writeUInt32BE(checksum(bodies[index]!), record + 4);
      header.writeUInt32BE(offset, record + 8);
      header.writeUInt32BE(tables.get(name)!.length, record + 12);
      offset += bodies[index]!.length;
    });
    const font = Buffer.concat([header, ...bodies]);
    const head = header.readUInt32BE(12 + 16 * names.indexOf('head') + 8);
    font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8);
    return font;
  }

  #table(tag: string): Buffer {
    const table = this.#tables.get(tag);
    if (!table) throw new Error(`The font has no table '${tag}'.`);
    return table;
  }
}

const [WORDS, MORE, SCALE, SCALES, MATRIX] = [0x1, 0x20, 0x8, 0x40, 0x80];

function partsOf(outline: Buffer): number[] {
  const parts: number[] = [];
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return parts;
  for (let at = 10, flags = MORE; flags & MORE;) {
    flags = outline.readUInt16BE(at);
    parts.push(outline.readUInt16BE(at + 2));
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & SCALES ? 4 : flags & MATRIX ? 8 : 0);
  }
  return parts;
}

function padded(table: Buffer): Buffer {
  return table.length % 4 === 0 ? table : Buffer.concat([table, Buffer.alloc(4 - (table.length % 4))]);
}

function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}
