import { describe, expect, test } from 'vitest';
import { USUAL_LANGUAGES } from '../../src/schema/languages.ts';
import { lintText } from '../../src/prose/lint.ts';
import type { Reference } from '../../src/prose/reference.ts';

const MISSING = { message: { ja: 'ない', en: 'missing' }, repair: { ja: '直す', en: 'mend' } };
const resolves = (reference: Reference) =>
  reference.kind === 'figure' && reference.id === 'nothing' ? MISSING : null;
const codes = (ja: string, en?: string, terms: string[] = []) =>
  lintText('f', ['t'], { ja, ...(en === undefined ? {} : { en }) }, { resolves, terms, languages: USUAL_LANGUAGES }).map(
    ({ code, path }) => `${path.join('.')} ${code}`,
  );

test('of thousands of the same in one text, fifty are told', () => {
  expect(codes('}'.repeat(3_000))).toEqual(Array.from({ length: 50 }, () => 't.ja unreadable-reference'));
  expect(codes('1つ、'.repeat(3_000))).toEqual(Array.from({ length: 50 }, () => 't.ja unbound-number'));
});

describe('loose digits', () => {
  test.each(['14日', '令和７年', '1,200冊', '第3条'])('%s', (text) => {
    expect(codes(text)).toEqual(['t.ja unbound-number']);
  });

  test.each([
    '{14}日',
    '十四日',
    '1. 一つ目\n2. 二つ目',
    '[資料](https://example.com/2025/3.pdf)',
    'https://example.com/12',
    '\\{x}',
  ])('none in %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  test('but in terms of the glossary, as long as the term goes', () => {
    const terms = ['第1号被保険者', '第1号'];
    expect(codes('第1号被保険者', undefined, terms)).toEqual([]);
    expect(codes('第1号被保険者と第2号', undefined, terms)).toEqual(['t.ja unbound-number']);
  });

  test.each([
    ['令和6年度から', 'FY2024'],
    ['２０２４年度は', 'FY2024'],
    ['since FY2023', 'FY2023'],
  ])('of a year are told how it is written: %s', (ja, period) => {
    const [problem] = lintText('f', ['t'], { ja }, { resolves, terms: [], languages: USUAL_LANGUAGES });
    expect(problem?.repair?.en).toContain(`{${period}}`);
  });

  test.each([['毎年4月に', '{month:4}'], ['１２月から', '{month:12}']])('of a month are told how it is written: %s', (ja, month) => {
    const [problem] = lintText('f', ['t'], { ja }, { resolves, terms: [], languages: USUAL_LANGUAGES });
    expect(problem?.repair?.ja).toContain(month);
  });

  test('before a counter of months that no year has are figures', () => {
    const [problem] = lintText('f', ['t'], { ja: '1,216万月と13月' }, { resolves, terms: [], languages: USUAL_LANGUAGES });
    expect(problem?.repair?.ja).toContain('{指標@時点}');
  });

  test('are marked where they stand', () => {
    const [problem] = lintText('f', ['t'], { ja: '率は{x}、約1,200冊' }, { resolves, terms: [], languages: USUAL_LANGUAGES });
    expect(problem?.span).toEqual({ offset: 7, length: 5 });
  });
});

describe('both languages', () => {
  test('name the same figures, in whatever order and form', () => {
    expect(codes('{a@FY2024}から{b}へ{a@FY2025:change}', 'To {b} from {a@FY2024}: {a@FY2025}')).toEqual([]);
    expect(codes('{a}と{b}', '{a}')).toEqual(['t.en number-parity']);
    expect(codes('{20}歳', 'twenty')).toEqual(['t.en number-parity']);
    expect(codes('{month:4}から', 'from {month:4}')).toEqual([]);
    expect(codes('{month:4}から', 'from {month:5}')).toEqual(['t.en number-parity']);
    expect(codes('{a}と{a}', '{a}')).toEqual(['t.en number-parity']);
  });

  test('may link to different places, and English may be missing', () => {
    expect(codes('{term:a}', 'text')).toEqual([]);
    expect(codes('{a}')).toEqual([]);
  });
});

test('a reference that leads nowhere and one that cannot be read', () => {
  expect(codes('{nothing@FY2025}', '{nothing@FY2025}')).toEqual([
    't.ja dangling-reference',
    't.en dangling-reference',
  ]);
  expect(codes('{a b}')).toEqual(['t.ja unreadable-reference']);
});
