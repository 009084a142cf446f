import { escapeMarkup } from '../charts/markup.ts';
import type { Edition, Html } from './edition.ts';

/**
 * Prose for paper: a cross reference says its page (the PDF's runner fills in the number), one to what the
 * document does not hold is plain text, and another language is marked where a screen reader finds it.
 */
export function paperHtml(edition: Edition, { html, lang }: Html, anchors: ReadonlyMap<string, string>): string {
  const printed = withPageNumbers(edition, html, anchors);
  return markLanguage({ html: printed, lang }, edition.locale);
}

/** `anchors`: the ids that prose may name, with where they stand in this document. */
function withPageNumbers(edition: Edition, html: string, anchors: ReadonlyMap<string, string>): string {
  return html.replace(REFERENCE, (_, id: string, text: string) => {
    const anchor = anchors.get(id);
    return anchor === undefined ? text : referenceHtml(edition, anchor, text);
  });
}

/** Its words may be marked as differing from another text's. */
const REFERENCE = /<a href="#([^"]+)" class="reference">((?:[^<]|<\/?(?:del|ins)>)*)<\/a>/g;

/** I-3（12ページ） / I-3 (p. 12). `text` is plain. */
export function pageReference(edition: Edition, anchor: string, text: string): string {
  return referenceHtml(edition, anchor, escapeMarkup(text));
}

function referenceHtml(edition: Edition, anchor: string, text: string): string {
  const [before = '', after = ''] = escapeMarkup(edition.language.strings.pageReference).split('{0}');
  const page = `<span class="nowrap">${before}<span class="page-number"></span>${after}</span>`;
  return `<a href="#${anchor}" data-page-ref>${text}${page}</a>`;
}

/** Words in a narrow column: a Japanese date is broken after its year only, 令和11年 | 3月31日, an English one nowhere. */
export function columnHtml(text: string): string {
  return escapeMarkup(text).replace(/\p{L}{2}(?:\d+|元)年(?=\d)|\d+月\d+日|(?:\d+ )?\p{Lu}\p{Ll}+ \d{4}\)?/gu, '<span class="nowrap">$&</span>');
}

/** The HTML of a heading: I-2 and medium-term are not broken at their hyphens, and a number stays with its title. */
export function headingHtml(html: string): string {
  return html.replace(/(?<=^|; )([\p{Lu}\d]{1,5}(?:-[\p{L}\d]+)*) /gu, '$1\u00a0').replace(/[\p{L}\d]+(?:-[\p{L}\d]+)+/gu, '<span class="nowrap">$&</span>');
}

/** In a PDF a language holds on paragraphs, list items and tables; on what encloses them it is lost. */
export function markLanguage({ html, lang }: Html, around: string): string {
  return lang === around ? html : html.replace(/<(p|li|table)(?=[\s>])/g, `<$1 lang="${lang}"`);
}

/**
 * A chart's drawing for paper: the wide one alone, and as a mere drawing, since the figure around it says what
 * it shows.
 */
export function paperDrawing(svg: string): string {
  const wide = /<svg(?=[^>]* class="chart-wide")[^]*?<\/svg>/.exec(svg)?.[0] ?? svg;
  const drawing = wide
    .replace(/ role="img" aria-labelledby="[^"]*" aria-describedby="[^"]*"/, ' role="presentation"')
    .replace(/<title[^]*?<\/title>|<desc[^]*?<\/desc>/g, '');
  return `<div class="chart">${drawing}</div>`;
}
