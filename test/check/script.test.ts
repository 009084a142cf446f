import { describe, expect, test } from 'vitest';
import { isWrittenIn } from '../../src/check/script.ts';

describe('a text can be one of its language', () => {
  test.each([
    ['ja', '口座振替'],
    ['ja', 'e-Gov'],
    ['ja', '来館者数（再掲）。'],
    ['ja', 'Google アナリティクス'],
    ['ja', 'Plan–do–check–act'],
    ['ja', 'Times Higher Education Impact Rankings'],
    ['ja', 'World Premier International Research Center Initiative'],
    ['ja', '計画。{np-rate@2025-09}となりました。'],
    ['en', 'MCL (みどり市立図書館)'],
    ['en', 'JA (農業協同組合連合会)'],
    ['en', 'Account transfer'],
    ['en', '{np-rate@2025-09}'],
    ['zh', '账户转账'],
    ['zh', '便利店“セブン”的缴费与代收服务'],
    ['ru', 'e-Gov'],
  ])('%s: %s', (tag, text) => {
    expect(isWrittenIn(text, tag)).toBe(true);
  });
});

describe('a text cannot be', () => {
  test.each([
    ['ja', 'Travel for enforcement, and printing'],
    ['ja', '今年的缴费率比去年同期提高了一点，继续保持。'],
    ['en', '口座振替'],
    ['en', 'MCL（みどり市立図書館）の計画と実績'],
    ['en', '今年的缴费率提高。'],
    ['zh', '納付率が上がりました。'],
    ['zh', 'Travel for enforcement, and printing'],
    ['ko', '口座振替'],
  ])('%s: %s', (tag, text) => {
    expect(isWrittenIn(text, tag)).toBe(false);
  });
});
