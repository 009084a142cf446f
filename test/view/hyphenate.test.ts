import { expect, test } from 'vitest';
import { hyphenateHtml } from '../../src/view/hyphenate.ts';

const marked = (html: string) => hyphenateHtml(html).replaceAll('\u00ad', '|');

test('marks where English words may be broken, never near their ends', () => {
  expect(marked('<p>The administration required representation.</p>'))
    .toBe('<p>The admin|is|tra|tion required rep|res|ent|a|tion.</p>');
});

test('leaves tags, short words, names in capitals, addresses and numbers alone', () => {
  const html = '<a href="#representation" class="reference">before</a> SHAREPOINT www.representation.example e-representation 1,234,567';
  expect(marked(html)).toBe(html);
});
