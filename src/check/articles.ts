import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { FILE_PROBLEMS } from '../load/file-problems.ts';
import { MOST_ARTICLE_BYTES } from '../load/files.ts';
import type { Beside } from '../load/files.ts';
import { Lines } from '../load/lines.ts';
import { nearest } from '../load/nearest.ts';
import type { Report } from '../load/report.ts';
import { findFault, findOddities } from '../load/text-faults.ts';
import type { Localized } from '../locale.ts';
import { MOST_TOLD, lintReferences } from '../prose/lint.ts';
import { splitProse } from '../prose/reference.ts';
import { findRefused } from '../prose/refused.ts';
import { lostBy } from './own-links.ts';
import { resolvesIn } from './prose.ts';

type Finding = Pick<Diagnostic, 'code' | 'message'> & { readonly repair?: Localized; readonly offset: number; readonly length: number; readonly severity?: Severity };

/** The pages that a body writes itself. */
const ARTICLES = ['about', 'accessibility'];

/** Each page of `content/`: that it is one, can be read, and leads to what there is. */
export function checkArticles({ content, published }: Beside, report: Report | undefined): Diagnostic[] {
  const names = new Set(published.map(({ file }) => file));
  return content.flatMap(({ file, bytes }) => {
    const text = new TextDecoder().decode(bytes);
    const lines = new Lines(text);
    return findingsIn(file, bytes, text, names, report).map(({ offset, length, severity = 'error', ...found }): Diagnostic => (
      { severity, file, ...found, ...lines.span(offset, offset + length) }
    ));
  });
}

function findingsIn(file: string, bytes: Uint8Array, text: string, published: ReadonlySet<string>, report: Report | undefined): Finding[] {
  const whole = { offset: 0, length: 1 };
  const [, language = '', name = ''] = /^content\/([^/]+)\/([^/]+)\.md$/.exec(file) ?? [];
  if (!ARTICLES.includes(name) || (report && !report.languages.tags.includes(language))) return [{ ...whole, ...STRAY(report) }];
  if (bytes.length === 0) return [{ ...whole, ...FILE_PROBLEMS.empty }];
  if (bytes.length > MOST_ARTICLE_BYTES) return [{ ...whole, ...TOO_LARGE }];
  const fault = findFault(bytes, text);
  if (fault) return [{ ...fault.problem, offset: fault.from, length: fault.to - fault.from }];
  const oddities = findOddities(bytes, text).map(({ problem, from }): Finding => ({ ...problem, offset: from, length: 1, severity: 'warning' }));
  const refused = findRefused(text, true).slice(0, MOST_TOLD);
  if (!report) return [...oddities, ...refused];
  const { base } = report.organisation.site;
  const broken = refused.length > 0 ? [] : addressesIn(text).flatMap(({ offset, length, address }) => {
    const lost = lostBy(address, { base, language, name }, report, published);
    return lost ? [{ offset, length, ...(lost.of === 'site' ? NOWHERE(address) : NO_PLACE(lost.place, nearest(lost.place, lost.known))) }] : [];
  });
  return [...oddities, ...refused, ...broken.slice(0, MOST_TOLD), ...lintReferences(splitProse(text), resolvesIn(report)).slice(0, MOST_TOLD)];
}

/** The addresses within the site: what could not stand in a text of the data, where all that can stand on a page is right. */
function addressesIn(text: string): { readonly address: string; readonly offset: number; readonly length: number }[] {
  return findRefused(text).map(({ offset, length }) => ({ address: text.slice(offset, offset + length).replace(/^<|>$/g, ''), offset, length }));
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
const NOWHERE = (address: string) => ({
  code: 'dangling-link',
  message: { ja: `「${address}」に当たるページも、public/ のファイルもありません。`, en: `“${address}” leads to no page of the site, and to no file of public/.` },
  repair: { ja: 'ページは ../targets/ のように、public/ のファイルは ../../名前.png のように書いてください。', en: 'Write ../targets/ for a page, or ../../name.png for a file of public/.' },
});
const NO_PLACE = (place: string, meant: string | undefined) => ({
  code: 'dangling-link',
  message: { ja: `行き先のページに「#${place}」という場所はありません。`, en: `The page that it leads to has no place “#${place}”.` },
  repair: meant === undefined
    ? { ja: '# から後を消すか、その場所の id を確かめてください。', en: 'Remove what stands from the # on, or check the id of the place.' }
    : { ja: `「#${meant}」ではありませんか。`, en: `Did you mean “#${meant}”?` },
});
const TOO_LARGE = {
  code: 'file-too-large',
  message: { ja: 'ファイルが大きすぎます（400 KB まで）。', en: 'The file is too large (400 KB at most).' },
  repair: { ja: '短くするか、文書として public/ に置いてリンクしてください。', en: 'Shorten it, or put it into public/ as a document and link to it.' },
};
