import { expect, test } from 'vitest';
import { splitPhrases } from '../../src/format/phrases.ts';
import { splitWords } from '../../src/format/words.ts';

test.each([
  ['図書館の貸出しの推進', ['図書館の', '貸出しの', '推進']],
  ['厚生年金保険・健康保険等の適用促進対策', ['厚生年金保険・', '健康保険等の', '適用促進対策']],
  ['効率的効果的な業務運営（ビジネスプロセス改革）', ['効率的効果的な', '業務運営', '（ビジネスプロセス改革）']],
  ['20歳到達者への案内', ['20歳到達者への', '案内']],
  ['ICT化の推進', ['ICT化の', '推進']],
  ['計画の比較：令和6年度と令和7年度', ['計画の', '比較：', '令和6年度と', '令和7年度']],
])('%s', (text, phrases) => expect(splitPhrases(text)).toEqual(phrases));

test('no letter is lost, whatever the text', () => {
  for (const text of ['', ' ', 'FY2025', '「一部」の（中の）確認、など。', '2,920,482事業所']) expect(splitPhrases(text).join('')).toBe(text);
});

test.each([
  ['ja', '令和3年度は+1.0ポイント', ['令和3年度', 'は', '+1.0ポイント']],
  ['en', 'About 79.6% in FY2025.', ['About', '79.6%', 'in', 'FY2025', '.']],
])('words in %s', (locale, text, words) => expect(splitWords(text, locale).map(({ key }) => key)).toEqual(words));
