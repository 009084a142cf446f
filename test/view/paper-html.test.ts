import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/i18n/language.ts';
import type { Edition } from '../../src/view/edition.ts';
import { columnHtml, headingHtml, paperDrawing, paperHtml } from '../../src/view/paper-html.ts';

const ja = { locale: 'ja', language: LANGUAGES.ja } as Edition;
const en = { locale: 'en', language: LANGUAGES.en } as Edition;
const anchors = new Map([['section-coverage', 'section-coverage'], ['indicator-rate', 'chart-rate-years']]);

test('a cross reference leaves room for its page, in the words of the language', () => {
  const html = '<p><a href="#section-coverage" class="reference">I-3</a></p>';
  const number = '<span class="page-number"></span>';
  expect(paperHtml(ja, { html, lang: 'ja' }, anchors))
    .toBe(`<p><a href="#section-coverage" data-page-ref>I-3<span class="nowrap">（${number}ページ）</span></a></p>`);
  expect(paperHtml(en, { html, lang: 'en' }, anchors))
    .toBe(`<p><a href="#section-coverage" data-page-ref>I-3<span class="nowrap"> (p. ${number})</span></a></p>`);
});

test('an indicator is found at its chart; what the document does not hold is not linked', () => {
  const html = '<a href="#indicator-rate" class="reference">納付率</a>と<a href="#indicator-other" class="reference">免除率</a>';
  const printed = paperHtml(ja, { html, lang: 'ja' }, anchors);
  expect(printed).toContain('<a href="#chart-rate-years" data-page-ref>納付率');
  expect(printed).toMatch(/と免除率$/);
});

test('another language is marked on each paragraph, list item and table', () => {
  const html = '<p>一</p><pre>二</pre><ul><li>三</li></ul>';
  expect(paperHtml(en, { html, lang: 'ja' }, anchors)).toBe('<p lang="ja">一</p><pre>二</pre><ul><li lang="ja">三</li></ul>');
  expect(paperHtml(ja, { html, lang: 'ja' }, anchors)).toBe(html);
});

test('of a chart only the wide drawing is printed, without a name of its own', () => {
  const svg = (variant: string) => `<svg xmlns="http://www.w3.org/2000/svg" class="chart-${variant}" viewBox="0 0 1 1" role="img"`
    + ` aria-labelledby="a-title" aria-describedby="a-desc" lang="ja"><title id="a-title">表題</title><desc id="a-desc">説明</desc><path d="M0 0"/></svg>`;
  expect(paperDrawing(`<div class="chart">${svg('wide')}${svg('narrow')}</div>`)).toBe(
    '<div class="chart"><svg xmlns="http://www.w3.org/2000/svg" class="chart-wide" viewBox="0 0 1 1" role="presentation" lang="ja"><path d="M0 0"/></svg></div>',
  );
});

test.each([
  ['令和11年3月31日', '<span class="nowrap">令和11年</span><span class="nowrap">3月31日</span>'],
  ['令和元年5月1日まで', '<span class="nowrap">令和元年</span><span class="nowrap">5月1日</span>まで'],
  ['31 March 2029', '<span class="nowrap">31 March 2029</span>'],
  ['(End of September 2025)', '(End of <span class="nowrap">September 2025)</span>'],
  ['80%台 & 90%', '80%台 &amp; 90%'],
])('in a narrow column a Japanese date is broken after its year only, an English one nowhere: %s', (text, html) => {
  expect(columnHtml(text)).toBe(html);
});

test('what is joined by a hyphen stays whole in a heading', () => {
  expect(headingHtml('I-2 The fourth medium-term plan &amp; more')).toBe('<span class="nowrap">I-2</span>\u00a0The fourth <span class="nowrap">medium-term</span> plan &amp; more');
  expect(headingHtml('I-3　適用')).toBe('<span class="nowrap">I-3</span>　適用');
  expect(headingHtml('I-1 Coverage; I-2 Collection; more')).toBe('<span class="nowrap">I-1</span>\u00a0Coverage; <span class="nowrap">I-2</span>\u00a0Collection; more');
  expect(headingHtml('– 2020')).toBe('– 2020');
});
