import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderPlainParagraph } from '../../src/prose/plain-paragraph.ts';
import { renderMarkdown } from '../../src/prose/render.ts';
import type { Resolve } from '../../src/prose/render.ts';

const resolve: Resolve = (reference) => {
  if (reference.kind === 'figure') return { text: '72.7%', href: `/ja/indicators/${reference.id}/#p-${reference.at}`, className: 'figure' };
  if (reference.kind === 'number') return { text: reference.text };
  if (reference.kind !== 'link') return undefined;
  return { term: { text: '用語 ', href: '/ja/glossary/#x', className: 'term' }, section: { text: 'A & B <b>', href: '/a/' }, table: { text: '表', href: '/表 1/?a=b' } }[reference.to as string];
};

test('most texts are one plain paragraph, links and all', () => {
  expect(renderPlainParagraph('納付率は{x-rate@2025-09}、{term:x}は 3.5 でした。', resolve)).toBe(
    '<p>納付率は<a href="/ja/indicators/x-rate/#p-2025-09" class="figure">72.7%</a>、<a href="/ja/glossary/#x" class="term">用語 </a>は 3.5 でした。</p>',
  );
  expect(renderPlainParagraph('{1万}人、{target:gone}', resolve)).toBe('<p>1万人、{target:gone}</p>');
});

test.each(['', '- a', '1. a', '*a*', 'a\nb', 'a  ', ' a', '<b>', 'a&amp;b', '# a', '| a |', 'www.example.jp', 'https://example.jp', 'a@b.jp', '{ruby:督促|とくそく}', '{section:x}', '{table:x}', '\\{20}', '---', '~~a~~', '+ a', '2) a'])(
  'more than that is left to Markdown: %j', (text) => {
    expect(renderPlainParagraph(text, resolve)).toBeUndefined();
  });

test('whatever it takes on, it makes what Markdown makes', () => {
  const parts = ['あ', '年金。', 'a', 'Z', ' ', '  ', '1', '9.', '-', '+', '#', '=', ':', '.', ',', '(', ')', '“', '"', "'", '@', '%', '/', '{', '}', '^', '$', ';', '?', '　', '\u00A0', '●', 'http', 'www', 'mailto:', '𠮷', '\u200B',
    '{x@2025-09}', '{x@2025-09:change}', '{20}', '{1万}', '{FY2025}', '{term:t}', '{indicator:i}', '{a b}', '*', '_', '`', '<', '&', '\n', '\\', '[', ']', '~', '|', '!', '>', '\t'];
  let taken = 0;
  fc.assert(fc.property(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 8 }), (some) => {
    const text = some.join('');
    const html = renderPlainParagraph(text, resolve);
    if (html === undefined) return;
    taken += 1;
    expect(html).toBe(renderMarkdown(text, resolve));
  }), { numRuns: 6000, seed: 8 });
  expect(taken).toBeGreaterThan(1000);
});
