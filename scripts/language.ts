import { parse } from 'yaml';
import { lackingWords } from '../src/check/languages.ts';
import { LanguageFile } from '../src/schema/language.ts';
import { finish, readOptions, stopWhenReaderLeaves } from './command.ts';
import { preferredLocale } from './preferred-locale.ts';
import { readData } from './read-data.ts';
import { rootFolder } from './root.ts';

/** Prints the words that data/languages/<tag>.yaml lacks, each with what it is in Japanese and English, to be filled in. */
const USAGE = 'npm run language -- TAG [--root DIR]\n';
const { values, positionals } = readOptions({ allowPositionals: true, options: { root: { type: 'string' } } }, USAGE);
const [tag, ...others] = positionals;
if (tag === undefined || others.length > 0) finish(USAGE, 2);

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

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
