import { expect, test } from 'vitest';
import { preferredLanguage } from '../../src/browser/preferred-language.ts';

const SITE = ['ja', 'en', 'zh-Hant', 'pt-BR'];
const prefer = (wanted: readonly string[], chosen?: string) => preferredLanguage(SITE, 'ja', wanted, chosen);

test('a choice that was made here comes first, if there still is that language', () => {
  expect(prefer(['ja'], 'en')).toBe('en');
  expect(prefer(['en-GB'], 'fr')).toBe('en');
});

test('then the first of the browser’s languages that there is', () => {
  expect(prefer(['fr', 'en-US', 'ja'])).toBe('en');
  expect(prefer(['JA-jp'])).toBe('ja');
  expect(prefer(['zh-Hant-TW'])).toBe('zh-Hant');
});

test('a narrower or another form of a language will do', () => {
  expect(prefer(['pt'])).toBe('pt-BR');
  expect(prefer(['pt-PT', 'en'])).toBe('pt-BR');
});

test('else the site’s own', () => {
  expect(prefer(['fr', 'de'])).toBe('ja');
  expect(prefer([])).toBe('ja');
  expect(prefer([''])).toBe('ja');
});
