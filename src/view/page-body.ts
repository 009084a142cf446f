import { splitPhrases } from '../format/phrases.ts';
import { page } from '../i18n/paths.ts';
import { TAG } from '../i18n/tags.ts';
import type { Edition, Html } from './edition.ts';

/** The body of a page as it goes out: its headings break at phrases, its terms are explained at its end. */
export interface PageBody {
  readonly html: string;
  readonly terms: readonly TermView[];
}

export interface TermView {
  readonly id: string;
  readonly term: string;
  readonly text: Html;
  /** Its place in the glossary. */
  readonly href: string;
}

/** @param explains false on the glossary, which is the explanation */
export function viewPageBody(edition: Edition, html: string, explains: boolean): PageBody {
  const headed = edition.locale === 'ja' ? breakHeadings(html) : html;
  if (!explains) return { html: headed, terms: [] };
  const glossary = `${edition.path(page.glossary())}#`;
  const pattern = new RegExp(`<a href="${glossary.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}([a-z0-9-]+)" class="term">`, 'g');
  const ids = [...new Set([...headed.matchAll(pattern)].map(([, id = '']) => id))];
  return {
    html: headed.replaceAll(pattern, '<a href="#term-$1" class="term">'),
    terms: ids.flatMap((id) => viewTerm(edition, id) ?? []),
  };
}

function viewTerm(edition: Edition, id: string): TermView | undefined {
  const term = edition.model.report.glossary.get(id);
  return term && { id, term: edition.pick(term.term), text: edition.inline(term.text), href: `${edition.path(page.glossary())}#${id}` };
}

/** <h2>図書館の貸出しの推進</h2> → <h2>図書館の<wbr>貸出しの<wbr>推進</h2>; what is in another language stays whole. */
function breakHeadings(html: string): string {
  return html.replace(HEADING_OR_TAG, (whole, start: string | undefined, _: string, inner: string, end: string) => {
    if (start === undefined || /\blang="/.test(start)) return whole;
    return `${start}${inner.replace(TAG_OR_TEXT, (part) => (part.startsWith('<') ? part : splitPhrases(part).join('<wbr>')))}${end}`;
  });
}

/** Other tags are passed over whole: the words of an attribute may look like a heading. */
const HEADING_OR_TAG = new RegExp(`(<(h[1-4])\\b[^>]*>)(.*?)(</\\2>)|${TAG.source}`, 'gs');
const TAG_OR_TEXT = new RegExp(`${TAG.source}|[^<]+`, 'g');
