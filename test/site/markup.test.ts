import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { readHtmlFiles, readTexts } from './html.ts';
import type { HtmlFile } from './html.ts';
import { brokenLinks, references } from './links.ts';

const dist = inject('dist');
const files = readHtmlFiles(dist);
const pages = files.filter(({ path }) => /^\/(ja|en)\//.test(path));

/** What is wrong, page by page; an empty list is what every test here asks for. */
function problems(find: (file: HtmlFile) => readonly string[], among = files): string[] {
  return among.flatMap((file) => find(file).map((problem) => `${file.path}: ${problem}`));
}

test('every page exists in both languages', () => {
  expect(pages.length).toBeGreaterThan(200);
  const addresses = (locale: string) => pages.filter(({ path }) => path.startsWith(`/${locale}/`)).map(({ path }) => path.slice(3));
  expect(addresses('en')).toEqual(addresses('ja'));
});

describe('on all pages', () => {
  test('links and anchors lead somewhere', () => {
    // A site that was built to be looked at only (`--no-pdf`) has no PDFs at all.
    const printed = existsSync(join(dist, 'pdf'));
    expect(brokenLinks(files, dist, '/').filter((problem) => printed || !/\.pdf: no such file$/.test(problem))).toEqual([]);
  });

  test('a section leads to its PDF, a plan to its own, the indicators to the data book', () => {
    const pdfs = ({ tags }: HtmlFile) => tags.flatMap(({ attributes }) => (attributes.get('type') === 'application/pdf' ? [attributes.get('href')] : []));
    const byPath = new Map(pages.map((file) => [file.path, file]));
    for (const locale of ['ja', 'en']) {
      const of = (path: string) => pdfs(byPath.get(`/${locale}/${path}`)!);
      expect(of('2025/np-collection/')).toEqual([`/pdf/mid-year-2025/np-collection.${locale}.pdf`]);
      expect(of('2020/np-collection/')).toEqual([`/pdf/mid-year-2020/np-collection.${locale}.pdf`, `/pdf/plan-2020/np-collection.${locale}.pdf`]);
      expect(of('mid-term/fourth/')).toEqual([`/pdf/fourth.${locale}.pdf`]);
      for (const path of ['indicators/', 'data/']) expect(of(path)).toEqual([`/pdf/data-book.${locale}.pdf`]);
    }
    const sections = pages.filter(({ path }) => /^\/\w+\/\d{4}\/[^/]+\/$/.test(path));
    expect(problems((file) => (pdfs(file).length === 0 ? ['no PDF'] : []), sections)).toEqual([]);
  });

  test('nothing is asked of other hosts', () => {
    const foreign = problems((file) => references(file)
      .filter(({ tag }) => tag.name !== 'a' && !['canonical', 'alternate'].includes(tag.attributes.get('rel') ?? ''))
      .flatMap(({ target }) => (/^(https?:)?\/\//.test(target) ? [target] : [])));
    expect(foreign).toEqual([]);
    expect(problems(({ html }) => [...html.matchAll(/url\((?!['"]?(?:data:|#|\/(?!\/)|\.))[^)]*\)/g)].map(([url]) => url))).toEqual([]);
  });

  test('no script is written into the markup', () => {
    const inline = ({ tags }: HtmlFile) => tags.flatMap(({ name, attributes }) => [
      ...[...attributes.keys()].filter((attribute) => /^on[a-z]/.test(attribute)).map((attribute) => `${name} ${attribute}`),
      ...(attributes.get('href')?.startsWith('javascript:') ? [`${name} javascript:`] : []),
    ]);
    expect(problems(inline)).toEqual([]);
  });

  test('each id stands once', () => {
    const twice = ({ tags }: HtmlFile) => {
      const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    };
    expect(problems(twice)).toEqual([]);
  });

  test('a caption is the first or the last thing in its figure', () => {
    const inBetween = ({ html }: HtmlFile) => [...html.matchAll(/<figure\b[^>]*>(.*?)<\/figure>/gs)]
      .filter(([, inside = '']) => inside.includes('<figcaption') && !/^\s*<figcaption|<\/figcaption>\s*$/.test(inside)).map(([, inside = '']) => inside.slice(0, 40));
    expect(problems(inBetween)).toEqual([]);
    expect(files.filter(({ html }) => html.includes('<figcaption')).length).toBeGreaterThan(2);
  });

  test('what ARIA refers to is there', () => {
    const dangling = ({ tags }: HtmlFile) => {
      const ids = new Set(tags.flatMap(({ attributes }) => attributes.get('id') ?? []));
      return tags.flatMap(({ attributes }) => ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers']
        .flatMap((name) => attributes.get(name)?.split(/\s+/) ?? []).filter((id) => !ids.has(id)));
    };
    expect(problems(dangling)).toEqual([]);
  });

  test('one h1, and headings that skip no level', () => {
    const outline = ({ tags }: HtmlFile) => {
      const levels = tags.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
      const gaps = levels.flatMap((level, index) => {
        const before = levels[index - 1] ?? 0;
        return level > before + 1 ? [`h${level} after h${before}`] : [];
      });
      const first = levels.filter((level) => level === 1).length;
      return first === 1 ? gaps : [...gaps, `h1: ${first}`];
    };
    expect(problems(outline, files.filter(({ path }) => !path.includes('/print/')))).toEqual([]);
  });

  test('a title of its own', () => {
    const title = ({ html }: HtmlFile) => /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
    expect(problems((file) => (title(file) === '' ? ['no title'] : []))).toEqual([]);
    for (const locale of ['ja', 'en']) {
      const titles = pages.filter(({ path }) => path.startsWith(`/${locale}/`)).map(title);
      expect(titles.filter((text, index) => titles.indexOf(text) !== index), locale).toEqual([]);
    }
  });

  test('pictures have a name or are hidden', () => {
    const nameless = ({ tags }: HtmlFile) => tags.flatMap(({ name, attributes }) => {
      if (name === 'img') return attributes.has('alt') ? [] : ['img without alt'];
      if (name !== 'svg') return [];
      const named = attributes.has('aria-label') || attributes.has('aria-labelledby');
      const hidden = attributes.get('aria-hidden') === 'true' || attributes.get('role') === 'presentation';
      return named || hidden ? [] : ['svg'];
    });
    expect(problems(nameless)).toEqual([]);
  });
});

describe('languages', () => {
  const langOf = ({ tags }: HtmlFile) => tags.find(({ name }) => name === 'html')?.attributes.get('lang');

  test('each page says its own', () => {
    expect(problems((file) => (langOf(file) === file.path.slice(1, 3) ? [] : [`lang=${langOf(file)}`]), pages)).toEqual([]);
  });

  test('Japanese in English pages is marked, so that it is read aloud as Japanese', () => {
    const unmarked = ({ html }: HtmlFile) => readTexts(html).flatMap(({ text, lang }) =>
      (lang === 'en' && /[\u3041-\u30ff\u4e00-\u9fff]/.test(text) ? [text.trim().slice(0, 40)] : []));
    expect(problems(unmarked, pages.filter(({ path }) => path.startsWith('/en/')))).toEqual([]);
  });

  test('the link to the other language leads to the same page and says its language', () => {
    const wrong = ({ path, tags }: HtmlFile) => {
      const other = path.startsWith('/ja/') ? 'en' : 'ja';
      const link = tags.find(({ name, attributes }) => name === 'a' && attributes.get('class')?.split(' ').includes('language'));
      const shown = ['lang', 'hreflang', 'href'].map((name) => link?.attributes.get(name)).join(' ');
      return shown === `${other} ${other} /${other}/${path.slice(4)}` ? [] : [shown];
    };
    expect(problems(wrong, pages.filter(({ path }) => !path.includes('/print/')))).toEqual([]);
  });

  test('search engines are told of both', () => {
    const wrong = ({ path, tags }: HtmlFile) => {
      const alternates = tags.filter(({ attributes }) => attributes.get('rel') === 'alternate')
        .map(({ attributes }) => `${attributes.get('hreflang')} ${new URL(attributes.get('href') ?? '').pathname}`).sort();
      const wanted = ['en', 'ja'].map((locale) => `${locale} /${locale}/${path.slice(4)}`);
      return wanted.every((each) => alternates.includes(each)) ? [] : [alternates.join()];
    };
    expect(problems(wrong, pages.filter(({ path }) => !path.includes('/print/')))).toEqual([]);
  });
});

describe('weight', () => {
  /** HTML, styles and scripts as they travel; the typeface, which loads once and late, aside. */
  function weight({ html, tags }: HtmlFile): number {
    const parts = tags.flatMap(({ name, attributes }) => {
      const file = name === 'script' ? attributes.get('src') : attributes.get('rel') === 'stylesheet' ? attributes.get('href') : undefined;
      return file === undefined ? [] : [gzipSync(readFileSync(join(dist, file))).length];
    });
    return parts.reduce((sum, bytes) => sum + bytes, gzipSync(html).length);
  }

  test('a section page travels in 60 KB', () => {
    const sections = pages.filter(({ path }) => /^\/(ja|en)\/\d{4}\/[^/]+\/$/.test(path));
    expect(sections.length).toBeGreaterThanOrEqual(8);
    expect(problems((file) => (weight(file) > 60 * 1024 ? [`${Math.ceil(weight(file) / 1024)} KB`] : []), sections)).toEqual([]);
  });

  test('no page is heavier than 100 KB, the print edition aside', () => {
    const others = pages.filter(({ path }) => !path.includes('/print/'));
    expect(problems((file) => (weight(file) > 100 * 1024 ? [`${Math.ceil(weight(file) / 1024)} KB`] : []), others)).toEqual([]);
  });
});
