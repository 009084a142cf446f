import type { Path } from '../diagnostics/problem.ts';
import type { Localized } from '../locale.ts';
import { isText } from '../schema/languages.ts';
import type { Difference } from './differences.ts';
import type { Place, Side } from './side.ts';

/** The kinds of entries that readers would miss, by the list that they stand in. */
export const ENTRY_KINDS = {
  measures: 'measure', clauses: 'clause', targets: 'target', tables: 'table', issues: 'issue', reports: 'report',
  documents: 'document', terms: 'term', units: 'unit', parts: 'part', sections: 'section', chapters: 'chapter',
} as const;

export type EntryKind = (typeof ENTRY_KINDS)[keyof typeof ENTRY_KINDS] | 'indicator' | 'file';

/** Something with a name of its own that has come or gone. */
export interface EntryChange {
  readonly kind: EntryKind;
  readonly change: 'added' | 'removed';
  readonly id: string;
  readonly title?: Localized;
  readonly place: Place;
}

/** A reason to let figures stand that do not follow from each other. */
export interface WaiverChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly place: Place;
  readonly reason: Localized;
}

/** Anything else that is written in the data: a rule, a source, a state. */
export interface ValueChange {
  readonly place: Place;
  /** targets.t25-01.rule.value */
  readonly key: string;
  readonly before?: string;
  readonly after?: string;
}

type Standing = NonNullable<Difference['before']>;

export function entryChanges(before: Side, after: Side, differences: readonly Difference[]): EntryChange[] {
  return [...fileChanges(before, after), ...differences.flatMap((difference): EntryChange[] => {
    const side = difference.after ? after : before;
    const standing = difference.after ?? difference.before;
    const file = (difference.after ? difference.files.after : difference.files.before)?.file ?? '';
    if (difference.kind !== 'entry' || !standing || (difference.after && difference.before)) return [];
    const list = standing.path.at(-2) as keyof typeof ENTRY_KINDS;
    const { id, title, term, heading, name } = standing.value as Readonly<Record<string, unknown>>;
    if (!(list in ENTRY_KINDS) || typeof id !== 'string') return [];
    const text = [title, term, heading, name].find((each) => isText(each, side.model.report.languages));
    return [{
      kind: ENTRY_KINDS[list], change: difference.after ? 'added' : 'removed', id,
      ...(text ? { title: side.say((edition) => edition.pick(text as Localized)) } : {}),
      place: side.place(file, standing.path),
    }];
  })];
}

/** Whole indicators, and other files that are new or gone. */
function fileChanges(before: Side, after: Side): EntryChange[] {
  const [old, now] = [before, after].map(filesOf);
  const only = (some: ReturnType<typeof filesOf>, others: ReturnType<typeof filesOf>, change: EntryChange['change']): EntryChange[] =>
    [...some.values()].flatMap((each) => (others.has(each.key) ? [] : [{ ...each.entry, change }]));
  return [...only(now!, old!, 'added'), ...only(old!, now!, 'removed')];
}

function filesOf(side: Side): Map<string, { readonly key: string; readonly entry: Omit<EntryChange, 'change'> }> {
  const { report } = side.model;
  const place = (file: string): Place => ({ file, line: 1 });
  const all = [
    ...[...report.indicators].map(([id, { file, data }]) =>
      ({ key: `indicator ${id}`, entry: { kind: 'indicator' as const, id, title: side.say((edition) => edition.pick(data.name)), place: place(file) } })),
    ...[...report.years, ...report.sections, ...report.midTerms, ...report.finances].map(({ file }) =>
      ({ key: file, entry: { kind: 'file' as const, id: file, place: place(file) } })),
  ];
  return new Map(all.map((each) => [each.key, each]));
}

export function waiverChanges(before: Side, after: Side, differences: readonly Difference[]): WaiverChange[] {
  return differences.flatMap(({ kind, files, before: old, after: now }): WaiverChange[] => {
    if (kind !== 'text' || !isWaiver((now ?? old)?.path ?? [])) return [];
    const [side, file, standing] = now ? [after, files.after?.file, now] : [before, files.before?.file, old];
    if (!standing) return [];
    return [{
      change: old && now ? 'changed' : now ? 'added' : 'removed',
      place: side.place(file ?? '', standing.path, 'key'),
      reason: side.say((edition) => edition.plain(standing.value as Localized, now ? files.after?.home : files.before?.home)),
    }];
  });
}

/** `waiver`, or the column of one; or what a document is said to print as `%`. */
export function isWaiver(path: Path): boolean {
  return path.at(-1) === 'waiver' || (path.at(-2) === 'percentForPoints' && path.at(-1) === 'reason') || path.at(-2) === 'waiver';
}

/** Leaves out what entries and figures have told of already. */
export function valueChanges(before: Side, after: Side, differences: readonly Difference[], told: ReadonlySet<string>): ValueChange[] {
  const whole = differences.flatMap(({ kind, files, before: old, after: now }) => (kind === 'entry' ? [key(files, now ?? old)] : []));
  return differences.flatMap(({ kind, files, before: old, after: now }): ValueChange[] => {
    const standing = now ?? old;
    if (kind !== 'value' || !standing || (!files.after || !files.before)) return [];
    const here = key(files, standing);
    if (told.has(here) || (!(old && now) && whole.some((outer) => here.startsWith(`${outer}.`)))) return [];
    const [side, file] = now ? [after, files.after.file] : [before, files.before.file];
    return [{
      place: side.place(file, standing.path), key: nameOf(standing, (now ? files.after : files.before).data),
      ...(old ? { before: print(old.value) } : {}), ...(now ? { after: print(now.value) } : {}),
    }];
  });
}

function key(files: Difference['files'], standing: Standing | undefined): string {
  return `${(files.after ?? files.before)?.file} ${standing?.path.join('.')}`;
}

function print(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** With ids in the place of numbers: targets.t25-01.rule.value */
function nameOf({ path }: Standing, data: unknown): string {
  let value: unknown = data;
  return path.map((step) => {
    value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[step];
    const { id, at } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
    return typeof step === 'number' ? String(id ?? at ?? step + 1) : step;
  }).join('.');
}
