import { expect, test } from 'vitest';
import { findGarbled } from '../../src/load/garbled.ts';

test.each([
  ['件 in Latin-1', 'label: ä»¶', '件'],
  ['公園 in Windows-1252', 'å…¬åœ’', '公園'],
  ['年度 with its control characters', 'å¹´åº¦', '年度'],
  ['约, and a place behind it', '"çº¦{0}"', '约'],
])('%s is known for what was meant', (_name, text, meant) => expect(findGarbled(text)).toMatchObject({ meant }));

test.each(['«café»¹', '« déjà »', '« été… »', 'naïve', 'é”', '±5°', 'ä, ö, ü', '東京都'])('%s is right as it is', (text) => expect(findGarbled(text)).toBeUndefined());

test('a word is right as it is, and none once it has been through Latin-1', () => {
  for (const word of ['納付率', '事業所', '第１号被保険者', 'ポイント', '约', '个百分点']) {
    expect(findGarbled(word)).toBeUndefined();
    expect(findGarbled(Buffer.from(word).toString('latin1'))?.meant, word).toBe(word);
  }
});
