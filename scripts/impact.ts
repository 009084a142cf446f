import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareBodies } from '../src/impact/impact.ts';
import type { Impact } from '../src/impact/impact.ts';
import { impactMarkdown } from '../src/impact/markdown.ts';
import type { LastPrint } from '../src/impact/prints.ts';
import type { Body } from '../src/impact/side.ts';
import { readContentFiles, readDataFiles } from '../src/load/files.ts';
import { readSiteAddress } from '../src/load/site-address.ts';
import { TONGUES } from '../src/locale.ts';
import type { Tongue } from '../src/locale.ts';
import { finish, misused, oneOf, readLocale, readOptions, stopWhenReaderLeaves } from './command.ts';
import { UnknownRevision, readRevision } from './read-revision.ts';
import { printMemory, rootFolder } from './root.ts';

const CALL = `npm run impact -- [--base REVISION] [--base-root DIR] [--format markdown|json] [--lang ja|en]
                  [--preview URL] [--source URL] [--root DIR]
`;
const USAGE = {
  ja: `${CALL}
データの変更で何が変わるかを示します: 値、判定、文、図、ページ、PDF。
  --base REVISION   このコミット・ブランチ・タグ（main）と、分かれたところから比べる
  --base-root DIR   別のフォルダーの data/ と content/ と比べる（git は不要）
  --lang            一つの言語だけで示す（なければ日本語の下に英語）
  --preview URL     変更後のサイト: ページをそこへのリンクにする
  --source URL      変更後のリポジトリーのファイル: 場所をその行へのリンクにする
変更後のデータに誤りがあれば 1、書き方が違えば 2 で終わります。
`,
  en: `${CALL}
What a change to the data changes: figures, verdicts, texts, charts, pages and PDFs.
  --base REVISION   compare with this commit, branch or tag (main), from where the two parted
  --base-root DIR   compare with the data/ and content/ of another folder, without git
  --lang            one language only; without it Japanese with English below
  --preview URL     a site that shows the change: pages are links into it
  --source URL      the repository's files at the change: places are links to their lines
Exits 1 where the data after the change has errors, 2 where it is called wrongly.
`,
};

const { values } = readOptions({
  options: {
    base: { type: 'string' }, 'base-root': { type: 'string' }, format: { type: 'string', default: 'markdown' }, lang: { type: 'string' },
    preview: { type: 'string' }, source: { type: 'string' }, root: { type: 'string' },
  },
}, USAGE);
const locale = readLocale(values.lang, USAGE);
const format = oneOf('--format', values.format, ['markdown', 'json'], USAGE);
if (values.base !== undefined && values['base-root'] !== undefined) misused({ ja: '--base と --base-root は、どちらか一つにしてください。', en: 'Give --base or --base-root, not both.' }, USAGE);
stopWhenReaderLeaves();

try {
  const root = rootFolder(values.root);
  const after: Body = { ...readFolder(root), name: '' };
  const impact = compareBodies(readBase(root), after, { base: readSiteAddress(root).base, lastPrint });
  process.stdout.write(format === 'json' ? `${JSON.stringify(impact, null, 2)}\n` : markdown(impact));
  if (impact.after.errors.length > 0) process.exitCode = 1;
} catch (error) {
  const { path } = error as { path?: string };
  if (error instanceof UnknownRevision) finish(unknownRevision(error.message), 2);
  else if (path !== undefined) finish(locale === 'ja' ? `${path} を読めません。data/ のあるフォルダーを --root・--base-root に書いてください。\n` : `${path} cannot be read. Give the folder above data/ with --root or --base-root.\n`, 2);
  else throw error;
}

function tongues(): readonly Tongue[] {
  return values.lang === undefined ? TONGUES : [locale];
}

function markdown(impact: Impact): string {
  const { preview, source } = values;
  return impactMarkdown(impact, { tongues: tongues(), ...(preview ? { preview } : {}), ...(source ? { source } : {}) });
}

function readFolder(root: string): Pick<Body, 'data' | 'content'> {
  return { data: readDataFiles(root), content: readContentFiles(root) };
}

function readBase(root: string): Body {
  const other = values['base-root'];
  if (other !== undefined) return { ...readFolder(rootFolder(other)), name: other };
  const name = values.base ?? 'main';
  const { commit, isShallow, data, content } = readRevision(root, name);
  if (isShallow) process.stderr.write(shallow(name));
  return { name: `${name} (${commit.slice(0, 7)})`, data, content };
}

/** As the PDFs of this body were last printed. */
function lastPrint(name: string): ReturnType<LastPrint> {
  try {
    const { pageCount, pages } = JSON.parse(readFileSync(join(printMemory(rootFolder(values.root)), 'pdf', `${name}.json`), 'utf8')) as { pageCount: number; pages: Record<string, number> };
    return { pageCount, pages: new Map(Object.entries(pages)) };
  } catch {
    return undefined;
  }
}

function unknownRevision(name: string): string {
  return locale === 'ja'
    ? `「${name}」がこのリポジトリーに見つかりません。→ git fetch --depth=1 origin ${name} のあとでもう一度試すか、比べるフォルダーを --base-root に書いてください。\n`
    : `“${name}” is not found in this repository. → Try again after git fetch --depth=1 origin ${name}, or give a folder to compare with as --base-root.\n`;
}

function shallow(name: string): string {
  return locale === 'ja'
    ? `履歴が途中までしかないため、分岐した時点ではなく ${name} の今のデータと比べます。\n`
    : `The history is cut off: compared with ${name} as it is now, not with where the two parted.\n`;
}
