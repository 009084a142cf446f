import { describe, expect, test } from 'vitest';
import { localise } from '../../src/prose/localise.ts';
import { renderInline, renderPlain, renderProse } from '../../src/prose/render.ts';
import type { Resolve } from '../../src/prose/render.ts';
import { markLanguage } from '../../src/view/paper-html.ts';

const resolve: Resolve = (reference) => {
  if (reference.kind === 'figure') return { text: '72.7%', href: '/x/', className: 'figure' };
  if (reference.kind === 'number') return { text: reference.text };
  return reference.kind === 'link' ? { text: '<徴収>', href: `/${reference.id}/` } : undefined;
};
const html = (markdown: string) => renderProse(markdown, resolve);

describe('figures in a text', () => {
  test('stand in it as links, figures without a page as text', () => {
    expect(html('率は{x@2025-09}、{20}歳。')).toBe(
      '<p>率は<a href="/x/" class="figure">72.7%</a>、20歳。</p>',
    );
  });

  test('are bound within emphasis, lists and tables too', () => {
    expect(html('**{x@2025-09}**')).toContain('<strong><a href="/x/" class="figure">72.7%</a></strong>');
    expect(html('- {20}歳\n- {30}歳')).toContain('<li>20歳</li>');
    expect(html('| a |\n|---|\n| {20} |')).toContain('<td>20</td>');
  });

  test('whose braces are escaped are braces', () => {
    expect(html('\\{x@2025-09}')).toBe('<p>{x@2025-09}</p>');
    expect(renderPlain('\\{20}', resolve)).toBe('{20}');
  });

  test('nor any other escape stands where the text does without markup', () => {
    expect(renderPlain('1 \\< 2 \\* C:\\path \\\\', resolve)).toBe('1 < 2 * C:\\path \\');
  });

  test('that lead nowhere stay as they are written', () => {
    expect(html('{FY2025}と{二 語}')).toBe('<p>{FY2025}と{二 語}</p>');
  });

  test('are escaped', () => {
    expect(html('{section:a}')).toBe('<p><a href="/a/">&#x3C;徴収></a></p>');
  });
});

describe('a reading', () => {
  test('stands above its word, and in brackets where there is no ruby', () => {
    expect(html('{ruby:督促|とくそく}を送る')).toBe('<p><ruby>督促<rp>（</rp><rt>とくそく</rt><rp>）</rp></ruby>を送る</p>');
    expect(renderInline('{ruby:a<b|c}', resolve)).toContain('a&#x3C;b');
  });

  test('is left out of plain text', () => {
    expect(renderPlain('{ruby:督促|とくそく}を送る', resolve)).toBe('督促を送る');
  });
});

describe('the words of a link or picture', () => {
  // What reads a text after this takes every < for the beginning of a tag: unspelled, a language set there would end the attribute.
  test.each([
    ['[x](https://a.example "&lt;p onclick=y &gt;")', '<p><a href="https://a.example" title="&lt;p onclick=y &gt;">x</a></p>'],
    ['![\\<p onclick=y >](../x.png "a > b")', '<p><img src="../x.png" alt="&lt;p onclick=y &gt;" title="a &gt; b"></p>'],
    ['[x][a]\n\n[a]: https://a.example "\\<p >"', '<p><a href="https://a.example" title="&lt;p &gt;">x</a></p>'],
  ])('hold no sign that a tag could begin or end with: %s', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
    expect(markLanguage({ html: html(markdown), lang: 'ja' }, 'en').match(/lang=/g)).toHaveLength(1);
  });
});

describe('what does not survive', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="alert(1)">b</b> c',
    '<iframe src="https://example.com"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<svg/onload=alert(1)>',
  ])('%s', (markdown) => {
    expect(html(markdown)).not.toMatch(/<(script|img|b|iframe|svg|a)\b|<[^>]*on\w+=/);
  });

  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](<java\nscript:alert(1)>)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:x)',
    '[x](//evil.example/)',
    '[x](/\\\\evil.example/)',
    '[x](&#106;avascript:alert(1))',
    '[x][y]\n\n[y]: javascript:alert(1)',
    '![x](javascript:alert(1))',
    '![x](https://tracker.example/pixel.png)',
    '![x][y]\n\n[y]: https://tracker.example/pixel.png',
  ])('%s', (markdown) => {
    expect(html(markdown)).not.toMatch(/(href|src)="[^"]*(script:|data:)|href="\/[/\\]|<img/i);
  });

  test('links within the site, to the web and to mail are kept', () => {
    expect(html('[a](/ja/) [b](https://example.com/) [c](mailto:a@example.com) [d](#x)')).toMatch(
      /href="\/ja\/".*href="https:\/\/example.com\/".*href="mailto:a@example.com".*href="#x"/,
    );
  });
});

describe('line breaks', () => {
  test('within a Japanese sentence are no space', () => {
    expect(html('納付率は\n上昇した。\n次に')).toBe('<p>納付率は上昇した。次に</p>');
    expect(html('率は\n{20}\n歳')).toBe('<p>率は20歳</p>');
  });

  test('between English words are one', () => {
    expect(html('the rate\nrose')).toBe('<p>the rate\nrose</p>');
  });

  test('that end a paragraph or begin a list item are kept', () => {
    expect(html('一つ。\n\n二つ。')).toBe('<p>一つ。</p>\n<p>二つ。</p>');
    expect(html('次の取組。\n- 一つ\n- 二つ')).toContain('<li>一つ</li>');
  });
});

test('a single paragraph stands without its tags in a cell, two keep them', () => {
  expect(renderInline('率は{20}。', resolve)).toBe('率は20。');
  expect(renderInline('一つ。\n\n二つ。', resolve)).toBe('<p>一つ。</p>\n<p>二つ。</p>');
});

test('a text that is not translated is in the language of all texts, and says so', () => {
  expect(localise({ ja: '率' }, 'en', 'ja')).toEqual({ text: '率', lang: 'ja' });
  expect(localise({ ja: '率', en: 'Rate' }, 'en', 'ja')).toEqual({ text: 'Rate', lang: 'en' });
  expect(localise({ ja: '率', en: 'Rate' }, 'ja', 'ja')).toEqual({ text: '率', lang: 'ja' });
});

test('one tilde is that of a range, two strike out', () => {
  expect(html('10~20歳と30~40歳')).toBe('<p>10~20歳と30~40歳</p>');
  expect(html('~~誤り~~正')).toBe('<p><del>誤り</del>正</p>');
});

test('what nests beyond all reading is shown as it is written, its figures in place', () => {
  const shown = html(`${'> '.repeat(10_000)}<b>{20}`);
  expect(shown.startsWith('<p>> > > ')).toBe(true);
  expect(shown.endsWith('> &#x3C;b>20</p>')).toBe(true);
});
