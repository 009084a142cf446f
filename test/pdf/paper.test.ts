import { expect, test } from 'vitest';
import { A4, paperName, paperRules } from '../../src/pdf/paper.ts';

const PAGES = '@page sec-a { @top-left { content: "x"; } }\n@page sec-wide { size: A4 landscape !important; margin: 24mm 18mm 20mm !important; }';

test('what is usual needs neither a name nor rules', () => {
  expect(paperName(A4)).toBe('');
  expect(paperRules(A4, PAGES)).toBe('');
});

test('another sheet has its name in that of the file', () => {
  expect(paperName({ size: 'letter', gutter: true })).toBe('letter-gutter');
});

test('Letter is asked for on every page, across too', () => {
  const rules = paperRules({ size: 'letter', gutter: false }, PAGES);
  expect(rules).toContain('@page { size: letter !important; margin: 25mm 24.95mm 23mm 24.95mm !important; }');
  expect(rules).toContain('@page sec-wide { size: letter landscape !important; margin: 24mm 12mm 20mm 12mm !important; }');
  expect(rules).not.toContain(':left');
});

test('the gutter moves the text away from the binding: the left edge of right pages, the top of those across', () => {
  const rules = paperRules({ size: 'a4', gutter: true }, PAGES);
  expect(rules).toContain('@page :right { margin: 27mm 16mm 25mm 28mm !important; }');
  expect(rules).toContain('@page :left { margin: 27mm 28mm 25mm 16mm !important; }');
  expect(rules).toContain('@page sec-wide:right { margin: 30mm 18mm 14mm 18mm !important; }');
});
