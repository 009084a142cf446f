import { isMap, isScalar, parseDocument, visit } from 'yaml';
import type { DataFile } from '../../load/files.ts';
import type { Report } from '../../load/report.ts';
import type { Localized } from '../../locale.ts';
import { Id } from '../../schema/text.ts';
import { addRedirect } from './redirect-file.ts';

export const RENAMED = ['indicator', 'section', 'measure', 'target', 'term', 'document'] as const;
export type RenamedKind = (typeof RENAMED)[number];

export type Renamed =
  | { readonly ok: true; readonly kind: RenamedKind; /** Files to write. */ readonly files: ReadonlyMap<string, string>; /** Files that are gone. */ readonly removed: readonly string[]; readonly places: number }
  | { readonly ok: false; readonly message: Localized; readonly repair: Localized };

/** Changes an id everywhere it stands: definitions, references, texts, names of files; pages that it had lead on. Pure. */
export function rename(report: Report, files: readonly DataFile[], from: string, to: string, asked?: RenamedKind): Renamed {
  const kinds = RENAMED.filter((kind) => idsOf(report, kind).has(from));
  const kind = asked ?? kinds[0];
  if (!Id.safeParse(to).success) return refuse({ ja: `「${to}」は id として使えません。`, en: `“${to}” cannot be an id.` }, { ja: '英小文字で始め、英小文字・数字・ハイフンだけで書いてください（例: np-current-rate）。', en: 'Begin with a small letter; use small letters, digits and hyphens only, as in np-current-rate.' });
  if (!kind || !kinds.includes(kind)) return refuse({ ja: `id「${from}」はありません。`, en: `There is no id “${from}”.` }, { ja: '指標・節・施策・目標・用語・文書の id を書いてください。', en: 'Give the id of an indicator, section, measure, target, term or document.' });
  if (!asked && kinds.length > 1) return refuse({ ja: `id「${from}」はいくつかの種類にあります（${kinds.join('、')}）。`, en: `The id “${from}” is that of several things: ${kinds.join(', ')}.` }, { ja: `--kind ${kind} のように種類を書いてください。`, en: `Say which, as in --kind ${kind}.` });
  if (from === to || isTaken(report, kind, from, to)) return refuse({ ja: `id「${to}」はすでに使われています。`, en: `The id “${to}” is taken.` }, { ja: '別の id を付けてください。', en: 'Choose another id.' });

  const changed = new Map<string, string>();
  const removed: string[] = [];
  let places = 0;
  for (const { file, bytes } of files) {
    const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const { text, count } = file.endsWith('.md') ? inProse(before, kind, from, to) : inYaml(file, before, kind, from, to);
    const name = fileName(file, kind, from, to);
    places += count;
    if (name !== file) removed.push(file);
    if (name !== file || text !== before) changed.set(name, text);
  }
  if (kind === 'indicator' || kind === 'section' || kind === 'target') {
    const stored = files.find(({ file }) => file === 'data/redirects.yaml');
    changed.set('data/redirects.yaml', addRedirect(stored && new TextDecoder('utf-8', { ignoreBOM: true }).decode(stored.bytes), report.redirects, { kind, from, to }));
  }
  return { ok: true, kind, files: changed, removed, places };
}

/** A measure’s id is its section’s own; a figure of a text may not be called as an indicator is. */
function isTaken(report: Report, kind: RenamedKind, from: string, to: string): boolean {
  if (kind === 'measure') return [...report.sections, ...report.midTerms].some(({ data }) => {
    const ids = measuresOf(data).map(({ id }) => id);
    return ids.includes(from) && ids.includes(to);
  });
  return idsOf(report, kind).has(to);
}

function idsOf(report: Report, kind: RenamedKind): ReadonlySet<string> {
  const texts = [...report.sections, ...report.midTerms];
  switch (kind) {
    case 'indicator': return new Set(report.indicators.keys());
    case 'section': return new Set(report.outline.parts.flatMap((part) => part.sections.map(({ id }) => id)));
    case 'measure': return new Set(texts.flatMap(({ data }) => measuresOf(data).map(({ id }) => id)));
    case 'target': return new Set(texts.flatMap(({ data }) => (data.targets ?? []).map(({ id }) => id)));
    case 'term': return new Set(report.glossary.keys());
    case 'document': return new Set(report.documents.keys());
  }
}

function measuresOf(data: Report['sections'][number]['data'] | Report['midTerms'][number]['data']): readonly { readonly id: string }[] {
  return 'chapters' in data ? data.chapters.flatMap(({ measures = [] }) => measures) : data.measures;
}

/** data/indicators/a/old.yaml → data/indicators/a/new.yaml, and the folder of a section. */
function fileName(file: string, kind: RenamedKind, from: string, to: string): string {
  if (kind === 'indicator') return file.replace(new RegExp(`^(data/indicators/[^/]+/)${from}\\.yaml$`), `$1${to}.yaml`);
  if (kind === 'section') return file.replace(new RegExp(`^(data/indicators/)${from}/`), `$1${to}/`).replace(new RegExp(`^(data/\\d{4}/)${from}\\.yaml$`), `$1${to}.yaml`);
  return file;
}

interface Changed {
  readonly text: string;
  readonly count: number;
}

function inYaml(file: string, text: string, kind: RenamedKind, from: string, to: string): Changed {
  if (file === 'data/redirects.yaml' || !text.includes(from)) return { text, count: 0 };
  const document = parseDocument(text, { schema: 'failsafe' });
  const edits: { readonly at: number; readonly end: number; readonly text: string }[] = [];
  let count = 0;
  visit(document, {
    Scalar(key, node, above) {
      if (key === 'key' || !node.range || typeof node.value !== 'string' || !node.value.includes(from)) return;
      const [at, end] = node.range;
      const raw = text.slice(at, end);
      const keys = keysOf(above);
      const changed = refersTo(file, kind, keys, node.value, from) ? { text: raw.replace(boundary(from), to), count: 1 } : inProse(raw, kind, from, to);
      if (changed.text === raw) return;
      edits.push({ at, end, text: changed.text });
      count += changed.count;
    },
  });
  return { text: edits.reverse().reduce((whole, edit) => whole.slice(0, edit.at) + edit.text + whole.slice(edit.end), text), count };
}

/** Keys from the root to a scalar, without the places in lists. */
function keysOf(above: readonly unknown[]): string[] {
  return above.flatMap((node) => (typeof node === 'object' && node !== null && 'key' in node && !isMap(node) && isScalar(node.key) ? [String(node.key.value)] : []));
}

/** Whether a scalar, by where it stands, is the id or a reference to it. */
function refersTo(file: string, kind: RenamedKind, keys: readonly string[], value: string, from: string): boolean {
  const path = keys.join('.');
  const is = value === from;
  switch (kind) {
    case 'document': return is && (path.endsWith('.document') || path === 'document' || (file === 'data/documents.yaml' && path === 'documents.id'));
    case 'term': return is && file === 'data/glossary.yaml' && path === 'terms.id';
    case 'target': return is && /(^|\.)(targets\.id|targets)$/.test(path);
    case 'measure': return is && /(^|\.)measures\.id$/.test(path);
    case 'section':
      if (/(^|\.)(of|dropped)$/.test(path)) return new RegExp(`^\\d{4}/${from}/`).test(value);
      return is && (path === 'section' || /(^|\.)sections(\.id)?$/.test(path));
    case 'indicator': {
      if (file.startsWith('data/indicators/')) return is && (path === 'id' || path === 'formula.of' || path === 'cohort.base');
      if (/(^|\.)(indicator|plan)$/.test(path)) return is && !/^measures\./.test(path);
      if (path === 'headline') return is;
      return /(^|\.)(of|cells)$/.test(path) && new RegExp(`^${from}@`).test(value);
    }
  }
}

/** References in braces, in texts. */
function inProse(text: string, kind: RenamedKind, from: string, to: string): Changed {
  const patterns: Partial<Record<RenamedKind, RegExp>> = {
    indicator: new RegExp(`(\\{\\s*(?:indicator:)?)${from}(?=@|(?<=indicator:${from})\\s*\\})`, 'g'),
    section: new RegExp(`(\\{\\s*(?:section:|table:))${from}(?=\\s*\\}|/)`, 'g'),
    target: new RegExp(`(\\{\\s*target:)${from}(?=\\s*\\})`, 'g'),
    term: new RegExp(`(\\{\\s*term:)${from}(?=\\s*\\})`, 'g'),
  };
  const pattern = patterns[kind];
  let count = 0;
  const changed = pattern ? text.replace(pattern, (_, before: string) => ((count += 1), before + to)) : text;
  return { text: changed, count };
}

/** The id as a whole word: not within a longer one. */
function boundary(id: string): RegExp {
  return new RegExp(`(?<![a-z0-9-])${id}(?![a-z0-9-])`);
}

function refuse(message: Localized, repair: Localized): Renamed {
  return { ok: false, message, repair };
}
