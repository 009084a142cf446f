import { parse } from 'yaml';
import { lackingWords } from '../src/check/languages.ts';
import { LanguageFile } from '../src/schema/language.ts';
import { misused, readOptions, refuseFurther, stopWhenReaderLeaves } from './command.ts';
import { preferredLocale } from './preferred-locale.ts';
import { readData } from './read-data.ts';
import { rootFolder } from './root.ts';

/** Prints the words that data/languages/<tag>.yaml lacks, each with what it is in Japanese and English, to be filled in. */
const USAGE = 'npm run language -- TAG [--root DIR]\n';
const { values, positionals } = readOptions({ allowPositionals: true, options: { root: { type: 'string' } } }, USAGE);
const [tag, ...others] = positionals;
if (tag === undefined) misused({ ja: '言語のタグ（zh など）を書いてください。', en: 'Give the tag of a language, such as zh.' }, USAGE);
refuseFurther(others, USAGE);
if (!isTag(tag)) misused({ ja: `「${tag}」は言語のタグではありません。zh、pt-BR のように書いてください。`, en: `“${tag}” is not the tag of a language, such as zh or pt-BR.` }, USAGE);

stopWhenReaderLeaves();
const files = readData(rootFolder(values.root), preferredLocale());
const groups = Map.groupBy(lackingWords(readLanguage(`data/languages/${tag}.yaml`)), ({ path }) => path.join('.'));
let before: readonly string[] = [];
for (const [, words] of groups) {
  const path = words[0]?.path ?? [];
  path.forEach((name, depth) => {
    if (before[depth] !== name) console.log(`${'  '.repeat(depth)}${name}:`);
  });
  before = path;
  const indent = '  '.repeat(path.length);
  for (const { key, ja, en } of words) {
    console.log(`${indent}# ${oneLine(ja)}`);
    console.log(`${indent}${key}: ${JSON.stringify(en)}`);
  }
}

function readLanguage(file: string): LanguageFile {
  try {
    const read = LanguageFile.safeParse(parse(new TextDecoder().decode(files.find((each) => each.file === file)?.bytes)));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
