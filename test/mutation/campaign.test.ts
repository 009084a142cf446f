import { expect, test } from 'vitest';
import { readDataFiles } from '../../src/load/files.ts';
import { runTrials } from '../../src/mutation/campaign.ts';
import { EDIT_KINDS } from '../../src/mutation/kinds.ts';
import { OUTCOMES, Subject, WRONG } from '../../src/mutation/outcome.ts';
import type { Outcome } from '../../src/mutation/outcome.ts';

const CITY = readDataFiles('test/cases/organisations/city');

test.each([
  ['the data of this repository', process.cwd(), 42],
  ['a city', 'test/cases/organisations/city', 308],
  ['an agency of three languages', 'test/cases/organisations/agency', 308],
])('edits of %s are right, or told where they are', { timeout: 120_000 }, (_name, root, count) => {
  const trials = runTrials(readDataFiles(root), 3, 0, count);
  expect(trials.filter(({ outcome }) => WRONG.has(outcome) && outcome !== 'slow')).toEqual([]);
  for (const kind of Object.keys(EDIT_KINDS)) expect(trials.filter((trial) => trial.kind === kind).length, kind).toBe(count / Object.keys(EDIT_KINDS).length);
});

test('the same seed makes the same edits, whichever part of the campaign is run', () => {
  const facts = (from: number, to: number) => runTrials(CITY, 5, from, to).map(({ number, kind, file, line, was, is, outcome }) => ({ number, kind, file, line, was, is, outcome }));
  expect(facts(20, 30)).toEqual(facts(0, 40).slice(20, 30));
});

/** A subject that knows what becomes of one change of the city's data. */
function judge(file: string, find: string, replace: string, isMistake = false): Outcome {
  const source = CITY.find((each) => each.file === file)!;
  const text = new TextDecoder().decode(source.bytes);
  expect(text.split(find).length, find).toBe(2);
  const line = text.slice(0, text.indexOf(find)).split('\n').length;
  const [was, is] = [text, text.replace(find, () => replace)].map((each) => each.split('\n')[line - 1]!);
  const bytes = new TextEncoder().encode(text.replace(find, () => replace));
  return new Subject(CITY).judge({ file, bytes, from: line, to: line, names: [], isMistake, was: was!, is: is! }).outcome;
}

test('a campaign can fail: it knows what is told, shown, the same and missed', () => {
  const file = 'data/indicators/parks/park-budget.yaml';
  expect(judge(file, 'change: +5.2%', 'change: +6.2%')).toBe('at');
  expect(judge(file, '12億4,000万円', '12億5,000万円')).toBe('elsewhere');
  expect(judge(file, 'Spending on parks', 'Spending on gardens')).toBe('shown');
  expect(judge(file, 'better: neutral', 'better: neutral # yen')).toBe('same');
  expect(judge(file, 'Spending on parks', 'Spending on gardens', true)).toBe('missed');
  expect(OUTCOMES.length).toBe(10);
});
