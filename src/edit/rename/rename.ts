import type { DataFile } from '../../load/files.ts';
import { nearest } from '../../load/nearest.ts';
import { NAMED, idsOf, isOfAFile, isRedirected, placeOf, placesIn } from '../../load/named.ts';
import type { Named } from '../../load/named.ts';
import type { Report } from '../../load/report.ts';
import type { Localized } from '../../locale.ts';
import { Id } from '../../schema/text.ts';
import { addRedirects } from './redirect-file.ts';
import { inProse, inYaml } from './references.ts';
import type { Renaming } from './references.ts';

export const RENAMED = NAMED;
export type RenamedKind = Named;

/** Which of several things of that id is meant. */
export interface Asked {
  readonly kind?: RenamedKind | undefined;
  /** `2025/np-collection`, or `np-collection`: that section in every year; of rows `finance/2025/items`, or `items`. */
  readonly in?: string | undefined;
}

export type Renamed =
  | { readonly ok: true; readonly kind: RenamedKind; /** Files to write. */ readonly files: ReadonlyMap<string, string>; /** Files that are gone. */ readonly removed: readonly string[]; readonly places: number }
  | { readonly ok: false; readonly message: Localized; readonly repair: Localized };

/** Changes an id everywhere it stands: definitions, references, texts, names of files; addresses that it had lead on. Pure. */
export function rename(report: Report, files: readonly DataFile[], from: string, to: string, asked: Asked = {}): Renamed {
  const found = findNamed(report, from, to, asked);
  if (!found.ok) return found;
  const { kind, places } = found;
  const renaming: Renaming = { kind, from, to, places: new Set(places), meansTable: (file, section) => places.includes(tablePlace(report, file, section) ?? '') };
  const changed = new Map<string, string>();
  const removed: string[] = [];
  let count = 0;
  for (const { file, bytes } of files) {
    const before = textOf(bytes);
    const after = file.endsWith('.md') ? inProse(file, before, renaming) : inYaml(file, before, renaming);
    const name = fileName(file, kind, from, to);
    count += after.count;
    if (name !== file) removed.push(file);
    if (name !== file || after.text !== before) changed.set(name, after.text);
  }
  const stored = files.find(({ file }) => file === 'data/redirects.yaml');
  const added = !isRedirected(kind) ? [] : isOfAFile(kind) ? places.map((place) => ({ kind, in: place, from, to })) : [{ kind, from, to }];
  const redirects = addRedirects(stored && textOf(stored.bytes), report.redirects, added);
  if (redirects !== undefined) changed.set('data/redirects.yaml', redirects);
  return { ok: true, kind, files: changed, removed, places: count };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

type Found = { readonly ok: true; readonly kind: RenamedKind; readonly places: readonly string[] } | Extract<Renamed, { ok: false }>;

/** What the id is that of, or why it cannot be changed so. */
function findNamed(report: Report, from: string, to: string, asked: Asked): Found {
  if (!Id.safeParse(to).success) return refuse({ ja: `「${to}」は id として使えません。`, en: `“${to}” cannot be an id.` }, { ja: '英小文字で始め、英小文字・数字・ハイフンだけで書いてください（例: np-current-rate）。', en: 'Begin with a small letter; use small letters, digits and hyphens only, as in np-current-rate.' });
  const kinds = RENAMED.filter((each) => (asked.kind ?? each) === each && (asked.in === undefined ? idsOf(report, each).has(from) : placesOf(report, each, from, asked.in).length > 0));
  const [kind] = kinds;
  const near = kind ? undefined : nearest(from, RENAMED.filter((each) => (asked.kind ?? each) === each).flatMap((each) => [...idsOf(report, each)]));
  if (near !== undefined) return refuse(noId(from, asked), near === from
    ? { ja: '--in と --kind を確かめてください。', en: 'Check --in and --kind.' }
    : { ja: `「${near}」ではありませんか。`, en: `Did you mean “${near}”?` });
  if (!kind) return refuse(noId(from, asked), { ja: '指標・節・中期計画・目標・用語・文書・報告・単位・施策・計画項目・表・値・課題・予算の行の id を書いてください。', en: 'Give the id of an indicator, section, medium-term plan, target, term, document, report, unit, measure, clause, table, figure, issue or row of a budget.' });
  if (kinds.length > 1) return refuse({ ja: `id「${from}」はいくつかの種類にあります（${kinds.join('、')}）。`, en: `The id “${from}” is that of several things: ${kinds.join(', ')}.` }, { ja: `--kind ${kind} のように種類を書いてください。`, en: `Say which, as in --kind ${kind}.` });
  const places = placesOf(report, kind, from, asked.in);
  const sections = [...new Set(places.map(sectionOf))];
  if (sections.length > 1) return refuse({ ja: `id「${from}」はいくつかの${kind === 'row' ? '表' : '節'}にあります（${places.join('、')}）。`, en: `The id “${from}” stands in several ${kind === 'row' ? 'tables' : 'sections'}: ${places.join(', ')}.` }, { ja: `--in ${sections[0]} のように、どれかを書いてください。`, en: `Say which, as in --in ${sections[0]}.` });
  // Reports and medium-term plans are printed side by side.
  const printed: readonly RenamedKind[] = ['report', 'mid-term'];
  const isTaken = isOfAFile(kind) ? places.some((place) => idsOf(report, kind, place).has(to)) : (printed.includes(kind) ? printed : [kind]).some((each) => idsOf(report, each).has(to));
  if (from === to) return refuse({ ja: '今の id と新しい id が同じです。', en: 'The new id is the same as the old one.' }, { ja: '別の id を付けてください。', en: 'Choose another id.' });
  if (isTaken) return refuse({ ja: `id「${to}」はすでに使われています。`, en: `The id “${to}” is taken.` }, { ja: '別の id を付けてください。', en: 'Choose another id.' });
  return { ok: true, kind, places };
}

function noId(from: string, { in: place }: Asked): Localized {
  if (place === undefined) return { ja: `id「${from}」はありません。`, en: `There is no id “${from}”.` };
  return { ja: `${place} に id「${from}」はありません。`, en: `There is no id “${from}” in ${place}.` };
}

/** The files that have the id as their own; none for one that the whole body of data shares. */
function placesOf(report: Report, kind: RenamedKind, id: string, within?: string): string[] {
  if (!isOfAFile(kind)) return [];
  return placesIn(report, kind).filter((place) => (within === undefined || place === within || sectionOf(place) === within) && idsOf(report, kind, place).has(id));
}

/** 2025/np-collection → np-collection, finance/2025/items → items, which other years have too; a medium-term plan is one alone. */
function sectionOf(place: string): string {
  return /^(?:finance\/)?\d{4}\/(.+)$/.exec(place)?.[1] ?? place;
}

/** A text means the table of its own year, or else that of the latest. */
function tablePlace({ sections }: Report, file: string, section: string): string | undefined {
  const places = sections.filter(({ data }) => data.section === section).map((each) => placeOf(each.file)).toSorted();
  const year = /^data\/(\d{4})\//.exec(file)?.[1];
  return places.find((place) => place === `${year}/${section}`) ?? places.at(-1);
}

/** data/indicators/a/old.yaml → data/indicators/a/new.yaml, and the folder of a section. */
function fileName(file: string, kind: RenamedKind, from: string, to: string): string {
  if (kind === 'indicator') return file.replace(new RegExp(`^(data/indicators/[^/]+/)${from}\\.yaml$`), `$1${to}.yaml`);
  if (kind === 'section') return file.replace(new RegExp(`^(data/indicators/)${from}/`), `$1${to}/`).replace(new RegExp(`^(data/\\d{4}/)${from}\\.yaml$`), `$1${to}.yaml`);
  return file;
}

function refuse(message: Localized, repair: Localized): Extract<Renamed, { ok: false }> {
  return { ok: false, message, repair };
}
