import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFailures } from '../pdf/matterhorn.ts';
import { openPdf, readFonts, readPageTexts } from '../pdf/read-pdf.ts';
import { shellEnvironment } from './environment.ts';
import { readHtmlFiles, readTexts } from './html.ts';
import type { HtmlFile } from './html.ts';
import { brokenLinks } from './links.ts';

/** Bodies of another kind than the one that the repository ships with, each built as its editors would build it. */
const CASES = 'test/cases/organisations';

describe.each([
  { name: 'library', base: '/', locales: ['ja', 'en'], pdf: false, pages: 20 },
  { name: 'city', base: '/', locales: ['ja', 'en'], pdf: false, pages: 21 },
  { name: 'agency', base: '/reports/', locales: ['en', 'ja', 'zh'], pdf: true, pages: 21 },
  { name: 'health', base: '/plans/', locales: ['en', 'fr'], pdf: false, pages: 30 },
])('$name', ({ name, base, locales, pdf, pages }) => {
  const dist = join(process.cwd(), '.cache', `test-${name}`);
  let files: HtmlFile[] = [];

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, ['scripts/build.ts', '--root', join(CASES, name), '--out', dist, ...(pdf ? [] : ['--no-pdf'])], {
      env: { ...shellEnvironment(), LANG: 'C' },
    });
    files = readHtmlFiles(dist);
  }, 300_000);

  afterAll(() => rm(dist, { recursive: true, force: true }));

  const page = (path: string) => {
    const file = files.find((each) => each.path === path);
    if (!file) throw new RangeError(`no page ${path}`);
    return file;
  };
  const textOf = (file: HtmlFile) => readTexts(file.html).map(({ text }) => text).join('').replace(/&nbsp;/g, ' ').replace(/\s+/g, ' ');

  test('every page exists in every language', () => {
    const addresses = (locale: string) => files.filter(({ path }) => path.startsWith(`/${locale}/`)).map(({ path }) => path.slice(locale.length + 2));
    expect(addresses(locales[0]!).length).toBeGreaterThanOrEqual(pages);
    for (const locale of locales) expect(addresses(locale), locale).toEqual(addresses(locales[0]!));
  });

  test('every page leads to the same page in the other languages, and names them', () => {
    for (const file of files.filter(({ path }) => !path.includes('/print/') && locales.some((locale) => path.startsWith(`/${locale}/`)))) {
      const own = file.path.slice(1).split('/')[0] ?? '';
      const links = file.tags.filter(({ name: tag, attributes }) => tag === 'a' && attributes.get('class') === 'language');
      expect(links.map(({ attributes }) => attributes.get('hreflang')), file.path).toEqual(locales.filter((locale) => locale !== own));
      expect(links.map(({ attributes }) => attributes.get('href')), file.path)
        .toEqual(locales.filter((locale) => locale !== own).map((locale) => `${base}${locale}${file.path.slice(own.length + 1)}`));
      const alternates = file.tags.filter(({ name: tag, attributes }) => tag === 'link' && attributes.get('rel') === 'alternate').map(({ attributes }) => attributes);
      // Another form of the same is its feed, which is in the language of the page.
      const [feeds, pages] = [true, false].map((isFeed) => alternates.filter((each) => (each.get('type') === 'application/atom+xml') === isFeed));
      expect(pages!.map((each) => each.get('hreflang')).toSorted(), file.path).toEqual(locales.toSorted());
      expect(feeds!.map((each) => each.get('href')?.endsWith(`${base}${own}/feed.xml`)), file.path).toEqual([true]);
    }
  });

  test('links and anchors lead somewhere', () => {
    expect(brokenLinks(files, dist, base).filter((problem) => pdf || !/\.pdf: no such file$/.test(problem))).toEqual([]);
  });

  test('no word of the organisation that the repository ships with is in any file', () => {
    const knowing = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(html|csv|json|css|js|svg|xml)$/.test(file))
      .filter((file) => /年金|機構|\bpensions?\b|\bJPS\b|nenkin/i.test(readFileSync(join(dist, file), 'utf8')));
    expect(knowing).toEqual([]);
  });

  if (pdf) {
    test('each language has its PDF', () => {
      for (const locale of locales) expect(existsSync(join(dist, 'pdf', `half-year-2025.${locale}.pdf`)), locale).toBe(true);
    });
  }

  if (name === 'city') {
    test('its year is the calendar year, in both languages and without eras', () => {
      expect(textOf(page('/ja/indicators/park-area/'))).toContain('2025年末');
      expect(textOf(page('/en/indicators/park-area/'))).toContain('at the end of 2025');
      for (const file of files.filter(({ path }) => !path.endsWith('/data/')))
        expect(textOf(file), file.path).not.toMatch(/年度|令和|平成|FY\d|[Ff]iscal/);
    });

    test('months run from January to December', () => {
      const months = [...page('/en/indicators/waste/').html.matchAll(/<tr><th scope="row">([A-Z][a-z]{2})<\/th>/g)].map(([, month]) => month);
      expect(months).toEqual(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']);
    });

    test('figures are printed as they are written, yen and hectares too', () => {
      expect(textOf(page('/ja/2025/parks/'))).toContain('公園は128.2ヘクタールとなり、前年から3.6ヘクタール増加しました。');
      expect(textOf(page('/en/2025/parks/'))).toContain('Parks covered 128.2 ha, up 3.6 ha on the year before.');
      expect(textOf(page('/ja/2025/parks/'))).toContain('13億500万円');
      expect(textOf(page('/en/2025/parks/'))).toContain('¥1,305.00 million');
    });

    test('verdicts follow from the figures', () => {
      const verdict = (id: string) => /<ul class="badges"[^>]*><li class="badge ([a-z-]+)"/.exec(page(`/en/targets/${id}/`).html.replace(/>\s+</g, '><'))?.[1];
      expect(['t25-area', 't25-trees', 't25-waste', 't25-waste-again', 't27-area'].map(verdict))
        .toEqual(['not-achieved', 'achieved', 'achieved', 'achieved', 'pending']);
      expect(textOf(page('/en/targets/t25-waste/'))).toContain('771.4 g or less');
    });
  }

  if (name === 'health') {
    test('a body without Japanese has no word of it on any page', () => {
      expect(files.filter(({ html }) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(html)).map(({ path }) => path)).toEqual([]);
    });

    test('rates of its own, quarters and amounts are written as each language writes numbers', () => {
      expect(textOf(page('/en/2025/births/'))).toContain('Fewer infants died: 3.1 per 1,000 live births, down 0.3 per 1,000 live births.');
      expect(textOf(page('/fr/2025/births/'))).toContain('3,1 pour 1 000 naissances vivantes, en baisse de 0,3 pour 1 000 naissances vivantes.');
      expect(textOf(page('/fr/indicators/infant-mortality/'))).toContain('Décès avant un an pour 1 000 naissances vivantes.');
      expect(textOf(page('/en/2025/wards/'))).toContain('12,905 beds were in use in March 2026');
      expect(textOf(page('/fr/2025/wards/'))).toContain('12 905 lits occupés en mars 2026');
      expect(textOf(page('/fr/2025/wards/'))).toContain('tombée à −0,5°C.');
      expect(textOf(page('/fr/2025/energy/'))).toContain('exercice 2025');
    });

    test('its targets are judged by rates, stars and a cut in percent', () => {
      const verdict = (id: string) => /<ul class="badges"[^>]*><li class="badge ([a-z-]+)"/.exec(page(`/en/targets/${id}/`).html.replace(/>\s+</g, '><'))?.[1];
      expect(['t25-infant', 't25-infant-cut', 't25-clinic', 't25-stars', 't25-band', 't25-energy', 't25-energy-base'].map(verdict))
        .toEqual(['not-achieved', 'achieved', 'no-data', 'achieved', 'achieved', 'achieved', 'achieved']);
    });
  }

  if (name === 'agency') {
    test('the site opens in its own first language', () => {
      expect(page('/').html).toContain('<html lang="en">');
      expect(page('/404.html').html).toContain('<html lang="en">');
    });

    test('figures are right in each language', () => {
      expect(textOf(page('/en/2025/permits/'))).toContain('6,630 permits were issued by the end of December 2025, up 10.5% on a year earlier.');
      expect(textOf(page('/ja/2025/permits/'))).toContain('2025年12月末までに6,630件を許可しました。前年同期から10.5%増加です。');
      expect(textOf(page('/zh/2025/permits/'))).toContain('截至2025年12月末，共签发许可6,630件，同比增加10.5%。');
      expect(textOf(page('/en/2025/rescue/'))).toContain('spend $39.5 million on it');
      expect(textOf(page('/ja/2025/rescue/'))).toContain('費用は39.5百万ドルです');
      expect(textOf(page('/zh/2025/rescue/'))).toContain('经费0.395亿美元');
      expect(textOf(page('/zh/indicators/launch-time/'))).toContain('1小时05分钟');
      expect(textOf(page('/zh/targets/t25-online/'))).toContain('《2025年度中期报告》附件2');
    });

    test('a body that has written no statement of accessibility has that of the program, in each language', () => {
      for (const [locale, words] of [['en', 'No third party has tested the site'], ['ja', '第三者による試験は受けていません'], ['zh', '本网站未经第三方测试']] as const) {
        const shown = readTexts(page(`/${locale}/accessibility/`).html).filter(({ text }) => text.includes(words));
        expect(shown.map(({ lang }) => lang), locale).toEqual([locale]);
      }
    });

    test('its books in Chinese lack no letter, have them in Chinese shapes and keep to PDF/UA: all that they show is read back', async () => {
      for (const report of ['half-year-2025', 'data-book', 'plan-2024-2028']) {
        const bytes = readFileSync(join(dist, `pdf/${report}.zh.pdf`));
        expect(await findFailures(bytes), report).toEqual({});
        const read = new Set((await readPageTexts(await openPdf(bytes))).join(''));
        // What is only said of tables that go on to another page.
        const html = page(`/zh/print/${report}/`).html.replace(/<tr class="continue[ds]".*?<\/tr>/gs, '');
        const shown = new Set(readTexts(html).map(({ text }) => text).join('').match(/\p{sc=Han}/gu));
        expect(shown.size, report).toBeGreaterThan(100);
        expect([...shown.difference(read)], report).toEqual([]);
        // In the report a sentence is not translated: its English words.
        const others = (await readFonts(bytes)).filter(({ name: font }) => !font.includes('+NotoSansSC-')).map(({ name: font }) => font.slice(7));
        expect(others, report).toEqual(report === 'half-year-2025' ? ['NotoSansJP-Regular'] : []);
        for (const locale of ['en', 'ja']) {
          const fonts = await readFonts(readFileSync(join(dist, `pdf/${report}.${locale}.pdf`)));
          expect(fonts.filter(({ name: font }) => !font.includes('+NotoSansJP-')), `${report} ${locale}`).toEqual([]);
        }
      }
    });

    test('its pages in Chinese, and words of it on others, are shown in Chinese shapes', () => {
      for (const path of ['/', '/en/', '/zh/2025/permits/']) {
        const sheets = page(path).tags.filter(({ name: tag, attributes }) => tag === 'link' && attributes.get('rel') === 'stylesheet');
        expect(sheets.map(({ attributes }) => attributes.get('href')), path).toContain(`${base}fonts/languages.css`);
      }
      expect(readFileSync(join(dist, 'fonts/languages.css'), 'utf8')).toContain("[lang='zh'] { font-family: ");
    });

    test('a text that is not translated is shown in the first language, and says so', () => {
      const text = 'It took 9.1 business days on average, against 10.6 business days the year before.';
      for (const [locale, note] of [['ja', 'この部分はまだ翻訳されていません。'], ['zh', '此部分尚未翻译。']]) {
        const texts = readTexts(page(`/${locale}/2025/permits/`).html);
        const languages = texts.filter((each) => each.lang === 'en' && !/^\s*$/.test(each.text)).map((each) => each.text);
        expect(languages.join(''), locale).toContain('business days');
        expect(textOf(page(`/${locale}/2025/permits/`)), locale).toContain(note);
      }
      expect(textOf(page('/en/2025/permits/'))).toContain(text);
    });

    test('each page keeps to its language', () => {
      const foreign: Record<string, RegExp> = {
        en: /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u,
        zh: /[\p{sc=Hiragana}\p{sc=Katakana}]/u,
        ja: /[们这为对设费]/u,
      };
      for (const file of files.filter(({ path }) => !path.endsWith('/data/'))) {
        const own = file.path.slice(1).split('/')[0] ?? '';
        const strange = readTexts(file.html).filter(({ text, lang }) => lang === own && foreign[own]?.test(text));
        expect(strange, file.path).toEqual([]);
      }
    });
  }
});
