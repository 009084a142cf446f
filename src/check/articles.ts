import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { FILE_PROBLEMS } from '../load/file-problems.ts';
import type { DataFile } from '../load/files.ts';
import { Lines } from '../load/lines.ts';
import type { Report } from '../load/report.ts';
import { findFault, findOddities } from '../load/text-faults.ts';
import type { Localized } from '../locale.ts';
import { MOST_TOLD, lintReferences } from '../prose/lint.ts';
import { splitProse } from '../prose/reference.ts';
import { findRefused } from '../prose/refused.ts';
import { resolvesIn } from './prose.ts';

type Finding = Pick<Diagnostic, 'code' | 'message'> & { readonly repair?: Localized; readonly offset: number; readonly length: number; readonly severity?: Severity };

/** The pages that a body writes itself. */
const ARTICLES = ['about', 'accessibility'];
const MOST_BYTES = 400_000;

/** Each page of `content/`: that it is one, can be read, and leads to what there is. */
export function checkArticles(files: readonly DataFile[], report: Report | undefined): Diagnostic[] {
  return files.flatMap(({ file, bytes }) => {
    const text = new TextDecoder().decode(bytes);
    const lines = new Lines(text);
    return findingsIn(file, bytes, text, report).map(({ offset, length, severity = 'error', ...found }): Diagnostic => (
      { severity, file, ...found, ...lines.span(offset, offset + length) }
    ));
  });
}

function findingsIn(file: string, bytes: Uint8Array, text: string, report: Report | undefined): Finding[] {
  const whole = { offset: 0, length: 1 };
  const [, language = '', name = ''] = /^content\/([^/]+)\/([^/]+)\.md$/.exec(file) ?? [];
  if (!ARTICLES.includes(name) || (report && !report.languages.tags.includes(language))) return [{ ...whole, ...STRAY(report) }];
  if (bytes.length === 0) return [{ ...whole, ...FILE_PROBLEMS.empty }];
  if (bytes.length > MOST_BYTES) return [{ ...whole, ...TOO_LARGE }];
  const fault = findFault(bytes, text);
  if (fault) return [{ ...fault.problem, offset: fault.from, length: fault.to - fault.from }];
  const oddities = findOddities(bytes, text).map(({ problem, from }): Finding => ({ ...problem, offset: from, length: 1, severity: 'warning' }));
  return [...oddities, ...findRefused(text, true).slice(0, MOST_TOLD), ...(report ? lintReferences(splitProse(text), resolvesIn(report)).slice(0, MOST_TOLD) : [])];
}

const STRAY = (report: Report | undefined) => {
  const tags = report?.languages.tags.join('|') ?? 'ja|en';
  return {
    code: 'stray-file',
    message: { ja: 'このファイルは、どのページにも出ません。', en: 'No page shows this file.' },
    repair: {
      ja: `content/<${tags}>/<${ARTICLES.join('|')}>.md という名前にするか、消してください。画像などは public/ に置きます。`,
      en: `Name it content/<${tags}>/<${ARTICLES.join('|')}>.md, or delete it. Pictures and the like go into public/.`,
    },
  };
};
const TOO_LARGE = {
  code: 'file-too-large',
  message: { ja: 'ファイルが大きすぎます（400 KB まで）。', en: 'The file is too large (400 KB at most).' },
  repair: { ja: '短くするか、文書として public/ に置いてリンクしてください。', en: 'Shorten it, or put it into public/ as a document and link to it.' },
};
