import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { A4 } from '../../src/pdf/paper.ts';
import { findPrintPages, pdfName } from '../../src/pdf/print-pages.ts';
import { isNode, nodesBelow, nodesOf, readStructure } from './read-structure.ts';
import type { Leaf, Node, Structure } from './read-structure.ts';

const dist = inject('dist');
const books = (await findPrintPages(dist)).filter(({ section }) => section === undefined);

/** What a screen reader goes through: the structure tree of each book, after ISO 14289-1 (PDF/UA) and ISO 32000-1, 14.8. */
describe.each(books.map((book) => ({ name: `${book.lang} ${book.report}`, book })))('$name', ({ book }) => {
  let structure: Structure;
  let nodes: Node[];

  beforeAll(async () => {
    structure = readStructure(await PDFDocument.load(await readFile(join(dist, pdfName(book, A4))), { updateMetadata: false }));
    nodes = [...nodesOf(structure.top)];
  });

  const having = (role: string) => nodes.filter((node) => node.role === role);

  test('is one document in its language, and every element stands where its kind may stand', () => {
    expect(structure.top).toMatchObject({ role: 'Document', lang: book.lang });
    const misplaced = nodes.flatMap((node) => nodesBelow(node).filter(({ role }) => !(KIDS[node.role] ?? []).includes(role)).map(({ role }) => `${node.role} > ${role}`));
    expect(count(misplaced)).toEqual({});
    const bare = nodes.filter((node) => GROUPS.has(node.role) && !node.kids.every(isNode));
    expect(count(bare.map(({ role }) => role))).toEqual({});
    const empty = nodes.filter(({ role, kids }) => kids.length === 0 && role !== 'TD' && role !== 'TH');
    expect(count(empty.map(({ role }) => role))).toEqual({});
  });

  test('headings begin with the first level and leave none out', () => {
    const levels = nodes.flatMap(({ role }) => /^H([1-6])$/.exec(role)?.[1] ?? []).map(Number);
    expect(levels[0]).toBe(1);
    const skipping = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(skipping).toEqual([]);
  });

  test('lists have items with bodies; items with numbers say how they are numbered', () => {
    for (const list of having('L')) {
      const items = nodesBelow(list);
      expect(items.length).toBeGreaterThan(0);
      for (const item of items) expect(nodesBelow(item).map(({ role }) => role).join(' ')).toMatch(/^(?:Lbl )?LBody$/);
      const numbered = items.some((item) => nodesBelow(item).some(({ role, attributes }) => role === 'Lbl' && Object.keys(attributes).length === 0));
      if (numbered) expect(list.attributes['ListNumbering']).toBe('Decimal');
    }
  });

  test('tables have full rows, and each cell of data leads to its header cells', () => {
    const ids = new Map<string, Node>();
    for (const node of nodes) {
      if (node.id === undefined) continue;
      expect(ids.has(node.id), node.id).toBe(false);
      ids.set(node.id, node);
    }
    expect(having('Table').length).toBeGreaterThan(0);
    for (const table of having('Table')) {
      const rows = nodesBelow(table).filter(({ role }) => role === 'TR');
      expect(new Set(widthsOf(rows)).size, textKey(table)).toBe(1);
      const heads = new Set(rows.flatMap(nodesBelow).filter(({ role }) => role === 'TH'));
      expect(heads.size).toBeGreaterThan(0);
      for (const cell of rows.flatMap(nodesBelow)) {
        if (cell.role === 'TH') expect(['Row', 'Column']).toContain(cell.attributes['Scope']);
        else for (const id of namedBy(cell)) expect(heads, id).toContain(ids.get(id));
      }
      const data = rows.flatMap(nodesBelow).filter(({ role }) => role === 'TD');
      expect(data.filter((cell) => namedBy(cell).length === 0), textKey(table)).toEqual([]);
    }
  });

  test('charts say what they show, and what stands below them is read for itself', () => {
    for (const figure of having('Figure')) {
      expect(figure.alt).toMatch(/\S{5}/);
      expect(figure.kids.filter(isNode)).toEqual([]);
      expect(figure.kids).toHaveLength(1);
      const [left, bottom, right, top] = figure.attributes['BBox'] as number[];
      expect(right! - left!).toBeGreaterThan(300);
      expect(right! - left!).toBeLessThan(470);
      expect(top! - bottom!).toBeGreaterThan(100);
      expect(left).toBeGreaterThan(50);
      expect(bottom).toBeGreaterThan(50);
    }
  });

  test('every link is in the tree, leads back to it, and says what it leads to', () => {
    const byRef = new Map(nodes.map((node) => [node.ref, node]));
    const named = having('Link').flatMap((link) => leavesOf(link).flatMap(({ annotation }) => annotation ?? []).map((annotation) => [annotation, link] as const));
    const inTree = new Map(named);
    expect(inTree.size).toBe(named.length);
    for (const link of having('Link')) expect(leavesOf(link).some(({ annotation }) => annotation), link.ref).toBe(true);
    const rectangles = structure.pages.flatMap(({ annotations }) => annotations);
    expect(rectangles).toHaveLength(named.length);
    for (const { ref, key, subtype, contents } of rectangles) {
      expect(subtype).toBe('Link');
      expect(contents).toMatch(/\S/);
      expect(byRef.get(structure.parents.get(key) as string)).toBe(inTree.get(ref));
    }
  });

  test('what is drawn belongs to one element, and its page leads back to it', () => {
    const keys = new Map(structure.pages.map(({ ref, key }) => [ref, key]));
    const seen = new Set<string>();
    for (const node of nodes) {
      for (const { page, mcid } of leavesOf(node)) {
        if (mcid === undefined) continue;
        expect(seen.has(`${page} ${mcid}`), `${page} ${mcid}`).toBe(false);
        seen.add(`${page} ${mcid}`);
        expect(structure.parents.get(keys.get(page)!)?.[mcid]).toBe(node.ref);
      }
    }
  });

  test('its pages are read in order', () => {
    const order = new Map(structure.pages.map(({ ref }, index) => [ref, index]));
    const inTables = new Set(having('Table').flatMap((table) => [...nodesOf(table)]));
    const pages = nodes.filter((node) => !inTables.has(node)).flatMap((node) => leavesOf(node).flatMap(({ page, mcid }) => (mcid === undefined ? [] : [order.get(page)!])));
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
  });
});

const INLINE = ['Span', 'Strong', 'Em', 'Link'];
const BLOCKS = ['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'Table', 'Figure', 'Caption', 'Div', 'BlockQuote', 'Note'];
const HEADING = Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`H${level}`, INLINE]));

/** The kinds that may stand in each kind. */
const KIDS: Readonly<Record<string, readonly string[]>> = {
  Document: BLOCKS, Div: BLOCKS, Note: BLOCKS, ...HEADING, P: INLINE, Caption: [...INLINE, 'P'], L: ['LI'], LI: ['Lbl', 'LBody'], Lbl: INLINE,
  LBody: [...INLINE, 'P', 'L', 'Div', 'Table', 'Figure'], Table: ['Caption', 'TR'], TR: ['TH', 'TD'], TH: [...INLINE, ...BLOCKS], TD: [...INLINE, ...BLOCKS],
  Link: INLINE, Strong: INLINE, Em: INLINE, Span: INLINE,
};

/** Kinds that hold other elements only. */
const GROUPS = new Set(['Document', 'Div', 'L', 'LI', 'Table', 'TR']);

function leavesOf(node: Node): Leaf[] {
  return node.kids.filter((kid): kid is Leaf => !isNode(kid));
}

/** The number of columns of each row: cells of several rows count in those below too. */
function widthsOf(rows: readonly Node[]): number[] {
  let below: { left: number; columns: number }[] = [];
  return rows.map((row) => {
    const cells = nodesBelow(row).map(({ attributes }) => ({ left: Number(attributes['RowSpan'] ?? 1), columns: Number(attributes['ColSpan'] ?? 1) }));
    const all = [...below, ...cells];
    below = all.map(({ left, columns }) => ({ left: left - 1, columns })).filter(({ left }) => left > 0);
    return all.reduce((sum, { columns }) => sum + columns, 0);
  });
}

function namedBy(cell: Node): readonly string[] {
  return (cell.attributes['Headers'] ?? []) as readonly string[];
}

function textKey(table: Node): string {
  return `table ${table.ref} on ${leavesOf([...nodesOf(table)].find((node) => leavesOf(node).length > 0)!)[0]!.page}`;
}

function count(words: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));
}
