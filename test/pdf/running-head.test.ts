import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitHead } from '../../src/pdf/running-head.ts';
import '../fixed-seed.ts';

const PLAN = 'Fourth medium-term plan (draft)';
const TWO = 'I-3 Promoting Employees’ Pension and health insurance coverage; I-4 Collecting Employees’ Pension and health insurance contributions';

test('titles that have room on one line stay as they are', () => {
  const section = 'I-1 Promoting National Pension coverage; I-2 Collecting National Pension contributions';
  expect(fitHead(PLAN, section)).toEqual({ title: PLAN, section });
  expect(fitHead('第4期中期計画（案）', 'III　業務運営における公正性及び透明性の確保その他業務運営に関する重要事項').section).toMatch(/事項$/);
});

test('a section whose title is too long is cut after a word; across there is more room', () => {
  expect(fitHead(PLAN, TWO)).toEqual({ title: PLAN, section: 'I-3 Promoting Employees’ Pension and health insurance coverage; I-4 Collecting…' });
  expect(fitHead(PLAN, TWO, 'landscape').section).toBe(TWO);
});

test('a Japanese title is cut after any letter, but not after a comma', () => {
  const { section } = fitHead('計画', `${'厚生年金保険の適用の促進、'.repeat(6)}`);
  expect(section).toMatch(/^厚生年金保険.*[^、]…$/);
  expect(section.length).toBeGreaterThan(50);
});

test('two long titles share the line; a short one leaves its room to the other', () => {
  const { title, section } = fitHead('計画'.repeat(40), '施策'.repeat(40));
  expect(title.length / section.length).toBeCloseTo(2 / 3, 1);
  expect(fitHead('計画'.repeat(40), '施策').title.length).toBeGreaterThan(55);
});

test('whatever the titles are, no more than a line of them is left', () => {
  const full = (text: string) => [...text].filter((letter) => letter >= '\u3000').length + [...text].filter((letter) => letter < '\u3000' && letter !== '…').length * 0.22;
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('年', '、', 'm', 'i', ' ', 'W', '。', '-'), maxLength: 200 }), fc.string({ unit: fc.constantFrom('金', 'e', ' ', ';'), maxLength: 200 }), (one, other) => {
    const { title, section } = fitHead(one, other);
    expect(full(title) + full(section)).toBeLessThanOrEqual(62.7);
    expect(one.startsWith(title.replace(/…$/, ''))).toBe(true);
  }));
});
