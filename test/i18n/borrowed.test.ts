import { expect, test } from 'vitest';
import { markBorrowed, showBorrowed, withoutMarks } from '../../src/i18n/borrowed.ts';
import { LANGUAGES } from '../../src/i18n/language.ts';
import { CALENDAR_YEAR_LANGUAGES } from '../../src/i18n/language.ts';
import type { GivenLanguage } from '../../src/i18n/languages.ts';
import { languagesOf } from '../../src/i18n/languages.ts';

const word = markBorrowed('Targets', 'en');

test('a borrowed word says its language where an element can stand', () => {
  expect(showBorrowed(`<h2>${word}</h2>`)).toBe('<h2><span lang="en">Targets</span></h2>');
});

test.each(['title', 'script', 'svg', 'style'])('not within <%s>', (element) => {
  expect(showBorrowed(`<${element}><b>${word}</b></${element}><p>${word}</p>`))
    .toBe(`<${element}><b>Targets</b></${element}><p><span lang="en">Targets</span></p>`);
});

test('an attribute stays bare', () => {
  expect(showBorrowed(`<nav aria-label="${word}">x</nav>`)).toBe('<nav aria-label="Targets">x</nav>');
});

test('also where there is a sign before it that could end a tag', () => {
  expect(showBorrowed(`<nav aria-label="1 > 0, ${word}">x</nav>`)).toBe('<nav aria-label="1 > 0, Targets">x</nav>');
});

test('one that names another is whole', () => {
  expect(showBorrowed(`<p>${markBorrowed(`under “${word}” and ${word}`, 'en')}</p>`))
    .toBe('<p><span lang="en">under “<span lang="en">Targets</span>” and <span lang="en">Targets</span></span></p>');
});

test('a file has the words alone', () => {
  expect(withoutMarks(`a,${word}\r\n${word}`)).toBe('a,Targets\r\nTargets');
});

test('what a language lacks is in the default one; what that lacks, in English', () => {
  const given = new Map<string, GivenLanguage>([['fr', { name: 'français', strings: { targets: 'Objectifs' } }], ['de', { name: 'Deutsch', strings: { sources: 'Quellen' } }]]);
  const [fr, de] = languagesOf(['fr', 'de'], 'fr', given, { startMonth: 4 });
  expect([fr?.strings.language, fr?.strings.targets, fr?.strings.sources]).toEqual(['français', 'Objectifs', 'Sources']);
  expect([de?.strings.language, de?.strings.targets, de?.strings.sources]).toEqual(['Deutsch', 'Objectifs', 'Quellen']);
  expect([fr?.borrowed?.from, de?.borrowed?.from]).toEqual(['en', 'fr']);
  expect([de?.borrowed?.strings.has('targets'), de?.borrowed?.strings.has('sources')]).toEqual([true, false]);
});

test('a language of the program is whole, and may be given other words', () => {
  const [ja, en] = languagesOf(['ja', 'en'], 'ja', new Map([['en', { strings: { targets: 'Goals' } }]]), { startMonth: 4 });
  expect(ja).toBe(LANGUAGES.ja);
  expect([en?.strings.targets, en?.strings.sources, en?.borrowed]).toEqual(['Goals', 'Sources', undefined]);
});

test('where the year is the calendar year no word speaks of a fiscal one', () => {
  expect(Object.values(CALENDAR_YEAR_LANGUAGES.ja.strings).filter((text) => text.includes('年度'))).toEqual([]);
  expect(Object.values(CALENDAR_YEAR_LANGUAGES.en.strings).filter((text) => /fiscal/i.test(text))).toEqual([]);
});
