import { existsSync } from 'node:fs';
import { parse } from 'yaml';
import { lackingWords, quotedMark } from '../src/check/languages.ts';
import type { LackingWord } from '../src/check/languages.ts';
import { writeWhole } from '../src/files/write-whole.ts';
import { nameOf } from '../src/format/language-name.ts';
import { marksOfLanguage } from '../src/format/number-marks.ts';
import { isTongue } from '../src/locale.ts';
import { LanguageFile } from '../src/schema/language.ts';
import { Tag } from '../src/schema/text.ts';
import { finish, misused, readOptions, refuseFurther, stopWhenReaderLeaves } from './command.ts';
import { preferredLocale } from './preferred-locale.ts';
import { readData } from './read-data.ts';
import { rootFolder } from './root.ts';

/** What data/languages/<tag>.yaml lacks: how the language is called and writes numbers, and words, each with what it is in Japanese and English. */
const USAGE = 'npm run language -- TAG [--out FILE] [--root DIR]\n';
const { values, positionals } = readOptions({ allowPositionals: true, options: { out: { type: 'string' }, root: { type: 'string' } } }, USAGE);
const [tag, ...others] = positionals;
if (tag === undefined) misused({ ja: '言語の符号（zh など）を書いてください。', en: 'Give the tag of a language, such as zh.' }, USAGE);
refuseFurther(others, USAGE);
const locale = preferredLocale();
const say = (ja: string, en: string) => (locale === 'ja' ? ja : en);
if (!Tag.safeParse(tag).success) finish(say(`「${tag}」は言語の符号ではありません（fr、zh-Hant など）。\n`, `“${tag}” is not the tag of a language, such as fr or zh-Hant.\n`), 2);

const files = readData(rootFolder(values.root), locale);
const list = listFor(tag, readLanguage(`data/languages/${tag}.yaml`));
if (values.out === undefined) {
  stopWhenReaderLeaves();
  process.stdout.write(list);
} else if (existsSync(values.out)) {
  finish(say(
    `${values.out} はすでにあります。足りない語を見るには --out を付けずに実行してください。\n`, `${values.out} is there already. Leave --out out to see what it lacks.\n`), 1);
} else {
  writeWhole(values.out, list);
  console.log(values.out);
}

function listFor(language: string, given: LanguageFile): string {
  return [...(isTongue(language) ? [] : headOf(language, given)), ...wordsOf(lackingWords(given))].map((line) => `${line}\n`).join('');
}

/** As the language is mostly called and writes numbers; what follows from it in the data may be mended. */
function headOf(language: string, { name, numbers }: LanguageFile): string[] {
  const { group, decimal } = marksOfLanguage(language);
  return [
    ...(name === undefined ? [`name: ${JSON.stringify(new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? nameOf(language, 'en'))}`] : []),
    ...(numbers === undefined ? [`numbers: { group: ${quotedMark(group)}, decimal: ${quotedMark(decimal)} }`] : []),
  ];
}

function wordsOf(lacking: readonly LackingWord[]): string[] {
  let before: readonly string[] = [];
  return [...Map.groupBy(lacking, ({ path }) => path.join('.')).values()].flatMap((words) => {
    const path = words[0]?.path ?? [];
    const heads = path.flatMap((name, depth) => (before[depth] === name ? [] : [`${'  '.repeat(depth)}${name}:`]));
    before = path;
    const indent = '  '.repeat(path.length);
    return [...heads, ...words.flatMap(({ key, ja, en }) => [`${indent}# ${oneLine(ja)}`, `${indent}${key}: ${JSON.stringify(en)}`])];
  });
}

function readLanguage(file: string): LanguageFile {
  try {
    const read = LanguageFile.safeParse(parse(new TextDecoder().decode(files.find((each) => each.file === file)?.bytes)));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
