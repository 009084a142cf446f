import { expect, test } from 'vitest';
import { cssString, pageName, pageRules } from '../../src/pdf/page-rules.ts';

test('writes one page rule for each section, across where asked', () => {
  const rules = pageRules([
    { name: 'sec-i-1', heading: 'I-1 適用' },
    { name: 'sec-annex', heading: '付表', orientation: 'landscape' },
  ], '年次報告書');
  expect(rules.split('\n')).toEqual([
    '@page sec-i-1 { @top-left { content: "年次報告書"; } @top-right { content: "I-1 適用"; } } .on-sec-i-1 { page: sec-i-1; }',
    '@page sec-annex { size: A4 landscape !important; margin: 24mm 18mm 20mm !important; '
      + '@top-left { content: "年次報告書"; } @top-right { content: "付表"; } } .on-sec-annex { page: sec-annex; }',
  ]);
});

test('a heading can end neither the string nor the style element', () => {
  expect(cssString('a"b\\c\nd</style>')).toBe('"a\\22 b\\5c c\\a d\\3c /style\\3e "');
});

test('different ids give different page names, whatever they are written in', () => {
  const ids = ['i-2', 'I-2', '国年', 'i_2', 'i2', 'i 2'];
  const names = ids.map(pageName);
  expect(names[0]).toBe('sec-i-2');
  expect(new Set(names).size).toBe(ids.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_-]*$/);
});
