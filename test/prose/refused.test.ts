import fc from 'fast-check';
import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { isOwn, isSafe } from '../../src/prose/address.ts';
import { findRefused } from '../../src/prose/refused.ts';

describe('is refused', () => {
  test.each([
    ['a tag', '納付率は<b>高い</b>。', ['<b>']],
    ['a tag with a handler', 'x <img src=x onerror="f()"> y', ['<img src=x onerror="f()">']],
    ['a tag that never ends', '> <script src=x', ['<script']],
    ['a comment within a line', 'x <!-- hidden --> y', ['<!']],
    ['words behind a comment, which would not be shown', '<!-- x --> words', ['<!']],
    ['a link that is a program', '[x](javascript:f())', ['javascript:f']],
    ['the same in disguise', '[x](java&#115;cript:f) [y](<vbscript:f()>) <data:text/html,x>', ['java&#115;cript:f', '<vbscript:f()>', 'vbscript:f()', 'data:text/html,x']],
    ['a link to another site in disguise', '[x](//evil.example) [y](/&#47;evil.example) [z](/\\evil.example)', ['//evil.example', '/&#47;evil.example', '/\\evil.example']],
    ['a link by reference', '[x][y]\n\n[y]: javascript:f()', ['javascript:f()']],
    ['a link to a note in Japanese brackets', '[1](注)', ['注']],
    ['a picture from elsewhere', '![x](https://evil.example/x.png)', ['https://evil.example/x.png']],
    ['a picture by reference', '![x]\n\n[x]: /x.png', [']']],
    ['a link around a picture from elsewhere', '[![x](http://evil.example/x.png)](/y/)', ['http://evil.example/x.png']],
    ['a footnote', 'x[^1]\n\n[^1]: y', ['[^1]:']],
    ['a character that nobody sees', '&#x202e; &#8203; &rlm; &#0;', ['&#x202e;', '&#8203;', '&rlm;', '&#0;']],
    ['quotes in quotes', '> '.repeat(10_000), ['> '.repeat(10_000).trimEnd()]],
    ['lists in lists', 'x\n\n' + '- '.repeat(10_000) + 'x', ['- '.repeat(10_000).trimEnd()]],
    ['brackets in brackets', '['.repeat(10_000), ['[']],
    ['emphasis in emphasis', '*a _b '.repeat(10_000), ['*']],
    ['a text of very many lines', 'a\n'.repeat(10_000), ['a']],
  ])('%s', (_name, text, parts) => expect(findRefused(text, true).map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(parts));
});

test.each([
  ['code', 'Write `<b>` or ``<a href="`">``.'],
  ['code of several lines', '```html\n<script>\n```\n\nx'],
  ['what is behind a backslash', '\\<b> \\[x](javascript:x)'],
  ['signs of comparison', 'a < b, b<c, x <= 3 & y > 4, 65歳<75歳'],
  ['links where they may lead', '[a](https://example.org/?a=1&copy=2) [b](mailto:x@example.org) [c](../targets/ "t") [d](#e) <https://example.org> [f]\n\n[f]: /g'],
  ['pictures of this site', '![x](../../photo.png)'],
  ['brackets', '令和6年度[速報]（注）![^1]'],
  ['characters by name', '&amp; &lt; &nbsp; &copy; &#169;'],
  ['a comment for editors', '<!-- as of\n\n2025 -->\n\nwords'],
  ['rules and tables', '* * *\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |'],
])('is left alone: %s', (_name, text) => expect(findRefused(text, true)).toEqual([]));

const PARSER = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });

/** What the parser finds and the renderer leaves out. */
function leftOut(node: Root | RootContent): string[] {
  const inside = 'children' in node ? node.children.flatMap((child) => leftOut(child)) : [];
  switch (node.type) {
    case 'html': return [...inside, ...(/^<!--[^]*-->\s*$/.test(node.value) ? [] : [node.value])];
    case 'link': case 'definition': return [...inside, ...(isSafe(node.url) ? [] : [node.url])];
    case 'image': return isOwn(node.url) ? [] : [node.url];
    case 'imageReference': return [node.identifier];
    case 'footnoteDefinition': return [...inside, node.identifier];
    default: return inside;
  }
}

const PIECES = ['<', '>', '<b', '</b>', '<!--', '-->', '<?', '&', '&#47;', ';', '[', ']', '(', ')', '](', '![', ']:', '[^1]:', '[^1]', '\\', '`', '``', '```', '~~~', '\n', '\n\n', ' ', '    ', '- ', '> ', '1. ', '|', '|-|', '*', '_', '"', '\'', '=', 'a', 'b', 'javascript:x', '//x', '/x', '#x', 'https://x', 'mailto:x', '年'];

test('what the renderer leaves out is found, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }), (pieces) => {
      const text = pieces.join('');
      const lost = leftOut(PARSER.parse(text));
      if (lost.length > 0) expect(findRefused(text, true), JSON.stringify(text)).not.toEqual([]);
    }),
    { numRuns: 4_000, seed: 8 },
  );
});

test.each([
  ['a link within the site', 'See [this](../targets/).', '../targets/'],
  ['a place of whatever page', '[this](#main)', '#main'],
  ['an address in angle brackets', '[this](</en/a b/>)', '</en/a b/>'],
  ['a picture', '![A park](../../park.png)', '../../park.png'],
  ['a definition', '[this][a]\n\n[a]: ../targets/', '../targets/'],
])('in a text that several pages show, %s leads elsewhere on each', (_, text, expected) => {
  expect(findRefused(text).map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([expected]);
  expect(findRefused(text, true)).toEqual([]);
});
