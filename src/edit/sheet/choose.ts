import type { Localized } from '../../locale.ts';
import type { LoadedIndicator } from '../../load/report.ts';
import type { Reading } from './readings.ts';
import type { SheetProblem } from './sheet-problem.ts';

export interface Chosen {
  readonly byId: ReadonlyMap<string, readonly Reading[]>;
  /** Heads whose figures belong to no indicator that is asked for. */
  readonly left: readonly string[];
  readonly problems: readonly SheetProblem[];
}

/**
 * Which figures of a sheet are whose.
 * @param columns what the editor said: a head of the sheet → an indicator
 */
export function chooseReadings(readings: readonly Reading[], wanted: readonly LoadedIndicator[], columns: ReadonlyMap<string, string>): Chosen {
  const values = readings.filter(({ field }) => field === 'value');
  const labelled = readings.map((reading) => ({ reading, labels: labelsOf(reading, values) }));
  const keys = [...new Set(labelled.map(({ labels }) => keyOf(labels)))];
  const owner = new Map(keys.map((key) => [key, undefined as string | undefined]));
  for (const { labels } of labelled) {
    const key = keyOf(labels);
    owner.set(key, owner.get(key) ?? ownerOf(labels, wanted, columns));
  }
  const [only] = wanted;
  if (wanted.length === 1 && only && keys.length === 1 && keys[0] === '') owner.set('', only.data.id);
  const byId = new Map<string, Reading[]>();
  for (const { reading, labels } of labelled) {
    const id = owner.get(keyOf(labels));
    if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), reading]);
  }
  const left = keys.filter((key) => owner.get(key) === undefined);
  return { byId, left: left.filter((key) => key !== ''), problems: wanted.filter(({ data }) => !byId.has(data.id)).map(({ data }) => notFound(data, left)) };
}

/** 増減 beside or below a figure is of that figure; so are its state, its notes and its source. */
function labelsOf(reading: Reading, values: readonly Reading[]): readonly string[] {
  if (reading.labels.length > 0 || reading.field === 'value') return reading.labels;
  const before = values.findLast(({ row, column }) => row === reading.row && column < reading.column);
  const above = values.findLast(({ row, column }) => column === reading.column && row < reading.row);
  const sameTime = before && JSON.stringify(before.times) === JSON.stringify(reading.times);
  return ((sameTime ? before : above) ?? before)?.labels ?? [];
}

function keyOf(labels: readonly string[]): string {
  return labels.join(' ');
}

function ownerOf(labels: readonly string[], wanted: readonly LoadedIndicator[], columns: ReadonlyMap<string, string>): string | undefined {
  const said = [...columns].find(([head]) => [keyOf(labels), ...labels].map(plain).includes(plain(head)));
  if (said) return said[1];
  const namesOf = ({ data }: LoadedIndicator) => [data.id, ...Object.values(data.name)].map(plain);
  const texts = [keyOf(labels), ...labels].map(plain).filter((text) => text.length > 1);
  const exact = wanted.filter((each) => namesOf(each).some((name) => texts.includes(name)));
  if (exact.length === 1) return exact[0]?.data.id;
  const near = wanted.filter((each) => namesOf(each).some((name) => texts.some((text) => text.includes(name) || name.includes(text))));
  return exact.length === 0 && near.length === 1 ? near[0]?.data.id : undefined;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

function notFound({ id, name }: LoadedIndicator['data'], heads: readonly string[]): SheetProblem {
  const left = heads.filter((head) => head !== '');
  const example = left[0] ?? '';
  // The other figures stand beside times alone: perhaps this is one that cannot be read.
  if (heads.length > 1 && left.length === 1) return strangeHead(example, id);
  const list = (separator: string, quote: readonly [string, string]) => left.slice(0, 8).map((label) => quote[0] + label + quote[1]).join(separator);
  const message: Localized = left.length === 0
    ? { ja: `指標「${id}」（${name['ja'] ?? ''}）の列か行が見つかりません。`, en: `No column or row is that of the indicator “${id}” (${name['en'] ?? ''}).` }
    : {
        ja: `指標「${id}」（${name['ja'] ?? ''}）の列か行が見つかりません。あるのは${list('', ['「', '」'])}です。`,
        en: `No column or row is that of the indicator “${id}” (${name['en'] ?? ''}). There are ${list(', ', ['“', '”'])}.`,
      };
  return {
    message,
    repair: {
      ja: `どれかを --column で示してください: --column "${example || '見出し'}=${id}"。`,
      en: `Say which it is: --column "${example || 'HEAD'}=${id}".`,
    },
  };
}

function strangeHead(head: string, id: string): SheetProblem {
  return {
    message: { ja: `見出し「${head}」が、時点としても指標としても読めません。`, en: `The head “${head}” can be read neither as a time nor as an indicator.` },
    repair: {
      ja: `時点であれば「令和7年度」「令和7年9月末」「2025-09」のように書き、この指標の値であれば --column "${head}=${id}" を付けてください。`,
      en: `Write a time as FY2025, “end of September 2025” or 2025-09; where it is this indicator, add --column "${head}=${id}".`,
    },
  };
}
