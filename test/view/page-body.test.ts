import { expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { Edition } from '../../src/view/edition.ts';
import { viewPageBody } from '../../src/view/page-body.ts';
import { baseFiles } from '../check/mistakes.ts';

const editionOf = (locale: string) => new Edition(checkData(baseFiles()).model!, locale, '/base/');
const link = (locale: string) => `<p>A <a href="/base/${locale}/glossary/#return-period" class="term">period</a></p>`;

test('a term leads to its explanation at the end of the page, which leads to the glossary', () => {
  const { html, terms } = viewPageBody(editionOf('en'), link('en') + link('en'), true);
  expect(html).toContain('<a href="#term-return-period" class="term">');
  expect(html).not.toContain('/glossary/');
  expect(terms.map(({ id, href }) => [id, href])).toEqual([['return-period', '/base/en/glossary/#return-period']]);
});

test('the glossary itself stays as it is', () => {
  expect(viewPageBody(editionOf('en'), link('en'), false)).toEqual({ html: link('en'), terms: [] });
});

test('Japanese headings break at phrases, others and other languages do not', () => {
  const body = '<h2 id="a"><span class="code">I-1</span> 図書館の貸出し</h2><h3 lang="en">Lending</h3><p>図書館の貸出し</p>';
  expect(viewPageBody(editionOf('ja'), body, true).html).toBe('<h2 id="a"><span class="code">I-1</span> 図書館の<wbr>貸出し</h2><h3 lang="en">Lending</h3><p>図書館の貸出し</p>');
  expect(viewPageBody(editionOf('en'), body, true).html).toBe(body);
});

test('what only looks like a heading, in an attribute, stays as it is', () => {
  const body = '<div aria-label="<h2>図書館の貸出し</h2>"><h2>1<span title="2 > 図書館の貸出し"></span></h2></div>';
  expect(viewPageBody(editionOf('ja'), body, true).html).toBe(body);
});
