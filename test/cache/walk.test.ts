import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { computeAnew } from '../../src/cache/remember.ts';
import type { Remember, RememberLater } from '../../src/cache/remember.ts';
import { Store } from '../../src/cache/store.ts';
import { drawCard } from '../../src/cards/card.ts';
import { cardsOf } from '../../src/cards/cards.ts';
import { openLetters } from '../../src/cards/outline.ts';
import { checkData } from '../../src/check/check.ts';
import { openFiles } from '../../src/export/files.ts';
import { readDataFiles } from '../../src/load/files.ts';
import type { DataFile } from '../../src/load/files.ts';
import { EDIT_KINDS } from '../../src/mutation/kinds.ts';
import { oneOf, seeded } from '../../src/mutation/random.ts';
import type { Random } from '../../src/mutation/random.ts';
import { SHIPPED } from '../../src/fonts/faces.ts';
import { searchIndex } from '../../src/search/index-files.ts';
import { editionsOf } from '../../src/view/editions.ts';
import { viewAllCharts } from '../../src/view/target-charts.ts';

/**
 * A walk of many edits, one after the other: after each of them, what is made with the memory of all that was made
 * before is the same, byte for byte, as what is made without.
 */
const CITY = readDataFiles('test/cases/organisations/city');
const folder = mkdtempSync(join(tmpdir(), 'nenpo-walk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type State = readonly DataFile[];
type Step = readonly [what: string, state: State];

/** Edits of every kind that editors and accidents make, and ways back to where the data were before. */
function walk(seed: number, steps: number): Step[] {
  const random = seeded(seed);
  const seen: Step[] = [['as it is', CITY]];
  for (let number = 1; number < steps; number++) {
    const [, now] = seen.at(-1)!;
    // What cannot be read at all would hide every edit after it.
    seen.push(number % 5 === 0 || !isReadable(now) ? ['back', oneOf(seen.filter(([, state]) => isReadable(state)), random)[1]] : edit(now, number, random));
  }
  return seen;
}

const isReadable = (state: State) => checkData(state).model !== undefined;

const OWN: Readonly<Record<string, (state: State, random: Random) => State>> = {
  'another word': (state, random) => oneLine(state, random, /\b(?:ja|en): [^{"|>]*\p{L}/u, (line) => line.replace(/\p{L}(?=[^\p{L}]*$)/u, '改')),
  'a figure one higher': (state, random) => oneLine(state, random, /value: /, (line) => line.replace(/[0-8](?=[^0-9]*$)/, (digit) => String(Number(digit) + 1))),
  'a file gone': (state, random) => {
    const gone = oneOf(state.filter(({ file }) => file.startsWith('data/indicators/')), random);
    return state.filter((each) => each !== gone);
  },
  'a file more': (state, random) => {
    const { file, bytes } = oneOf(state.filter((each) => each.file.startsWith('data/indicators/')), random);
    const text = new TextDecoder().decode(bytes).replace(/^id: .*$/m, (id) => `${id}-too`);
    return [...state, { file: file.replace('.yaml', '-too.yaml'), bytes: Buffer.from(text) }];
  },
};

function edit(state: State, number: number, random: Random): Step {
  const own = Object.keys(OWN)[number % (Object.keys(OWN).length * 2)];
  if (own !== undefined) return [own, OWN[own]!(state, random)];
  const kind = oneOf(Object.keys(EDIT_KINDS), random);
  for (;;) {
    const made = EDIT_KINDS[kind]!(oneOf(state, random), random);
    if (made) return [kind, state.map((each) => (each.file === made.file ? { file: made.file, bytes: made.bytes } : each))];
  }
}

function oneLine(state: State, random: Random, pattern: RegExp, change: (line: string) => string): State {
  const lines = state.flatMap(({ file, bytes }) =>
    new TextDecoder().decode(bytes).split('\n').flatMap((line, at) => (pattern.test(line) && change(line) !== line ? [{ file, at }] : [])));
  const chosen = oneOf(lines, random);
  return state.map(({ file, bytes }) => {
    if (file !== chosen.file) return { file, bytes };
    const all = new TextDecoder().decode(bytes).split('\n');
    return { file, bytes: Buffer.from(all.with(chosen.at, change(all[chosen.at]!)).join('\n')) };
  });
}

interface Memory {
  readonly remember: Remember;
  readonly rememberLater: RememberLater;
}

const letter = openLetters('ja', SHIPPED);

/** All that a build makes of the data besides its pages and PDFs, which are made of the same. */
async function outputOf(state: State, { remember, rememberLater }: Memory): Promise<Map<string, string>> {
  const { model, diagnostics } = checkData(state.map(({ file, bytes }) => ({ file, bytes: Uint8Array.from(bytes) })), remember);
  const made = new Map([['diagnostics', JSON.stringify(diagnostics)]]);
  if (!model) return made;
  const editions = editionsOf(model, '/', remember);
  for (const { path, content } of openFiles(editions, 'https://city.example/')) made.set(path, Buffer.from(await content()).toString('base64'));
  for (const edition of editions) {
    for (const chart of viewAllCharts(edition)) made.set(`${edition.locale}/${chart.id}`, chart.svg);
    for (const { path, card } of cardsOf(edition)) made.set(path, drawCard(card, letter));
  }
  for (const edition of editions) {
    for await (const files of searchIndex(edition, rememberLater)) for (const { path, content } of files) made.set(path, Buffer.from(content).toString('base64'));
  }
  return made;
}

const ANEW: Memory = { remember: computeAnew, rememberLater: (_kind, _inputs, compute) => compute() };

/** What differs, step by step. */
async function* differences(memory: (number: number) => Memory): AsyncGenerator<string> {
  for (const [number, [what, state]] of STEPS.entries()) {
    const made = await outputOf(state, memory(number));
    const files = [...new Set([...made.keys(), ...clean[number]!.keys()])].filter((file) => made.get(file) !== clean[number]!.get(file));
    yield* files.map((file) => `${number} ${what}: ${file}`);
  }
}

const STEPS = walk(8, 31);
const clean: Map<string, string>[] = [];
test('the walk changes what is made, and comes back', async () => {
  for (const [, state] of STEPS) clean.push(await outputOf(state, ANEW));
  const distinct = new Set(clean.map((made) => JSON.stringify([...made])));
  expect(distinct.size).toBeGreaterThan(15);
  expect(distinct.size).toBeLessThan(STEPS.length);
  expect(STEPS.filter(([, state]) => isReadable(state)).length).toBeGreaterThan(20);
}, 300_000);

test('with a memory the same is made, also where entries of it were damaged', async () => {
  const random = seeded(88);
  let store = new Store(folder, 'p');
  const uses: Store[] = [store];
  const found = await Array.fromAsync(differences((number) => {
    if (number % 3 === 2) for (let count = 0; count < 5; count++) damageOne(random);
    if (number % 4 === 0) uses.push(store = new Store(folder, 'p'));
    return store;
  }));
  expect(found).toEqual([]);
  const counts = uses.flatMap((each) => [...each.takeUses().values()]);
  const sum = (key: 'asked' | 'reused') => counts.reduce((total, use) => total + use[key], 0);
  expect(sum('reused') / sum('asked')).toBeGreaterThan(0.7);
  expect(sum('reused')).toBeLessThan(sum('asked'));
}, 300_000);

test.each([
  ['the name of a file alone', 'yaml', (inputs: unknown) => (inputs as [string])[0]],
  ['the id and the language of a chart alone', 'chart', (inputs: unknown) => [(inputs as { id: string }).id, (inputs as { locale: string }).locale]],
  ['how much there is to search alone', 'search', (inputs: unknown) => [(inputs as [string])[0], (inputs as [string, unknown[]])[1].length]],
])('a memory that went by %s would be found out', async (_, stale, shortened) => {
  const store = new Store(join(folder, stale), 'p');
  const wrong: Memory = {
    remember: (kind, inputs, compute) => store.remember(kind, kind === stale ? shortened(inputs) : inputs, compute),
    rememberLater: (kind, inputs, compute) => store.rememberLater(kind, kind === stale ? shortened(inputs) : inputs, compute),
  };
  expect((await differences(() => wrong).next()).value).toMatch(/^\d+ /);
}, 300_000);

/** An entry that is cut off, or changed in a single bit, or that of another. */
function damageOne(random: Random): void {
  const database = new DatabaseSync(join(folder, 'p/kept.sqlite'));
  const entries = database.prepare('select rowid, seal, content from kept order by key').all() as { rowid: number; seal: Uint8Array; content: Uint8Array }[];
  const { rowid, seal, content } = oneOf(entries, random);
  const [newSeal, newContent] = oneOf([
    [seal, content.subarray(0, Math.floor(random() * content.length))],
    [seal, content.map((byte, index) => (index === content.length >> 1 ? byte ^ 0x10 : byte))],
    Object.values(oneOf(entries, random)).slice(1) as [Uint8Array, Uint8Array],
  ], random);
  database.prepare('update kept set seal = ?, content = ? where rowid = ?').run(newSeal, newContent, rowid);
  database.close();
}
