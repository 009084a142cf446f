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
import { finish, readLocale, readOptions, stopWhenReaderLeaves } from './command.ts';
import { UnknownRevision, readRevision } from './read-revision.ts';
import { printMemory, rootFolder } from './root.ts';

const USAGE = `npm run impact -- [--base REVISION] [--base-root DIR] [--format markdown|json] [--lang ja|en]
                  [--preview URL] [--source URL] [--root DIR]

What a change to the data changes: figures, verdicts, texts, charts, pages and PDFs.
  --base REVISION   compare with this commit, branch or tag (main), from where the two parted
  --base-root DIR   compare with the data/ and content/ of another folder, without git
  --lang            one language only; without it Japanese with English below
  --preview URL     a site that shows the change: pages are links into it
  --source URL      the repository's files at the change: places are links to their lines
Exits 1 where the data after the change has errors, 2 where it is called wrongly.
`;

const { values } = readOptions({
  options: {
    base: { type: 'string' }, 'base-root': { type: 'string' }, format: { type: 'string', default: 'markdown' }, lang: { type: 'string' },
    preview: { type: 'string' }, source: { type: 'string' }, root: { type: 'string' },
  },
}, USAGE);
const locale = readLocale(values.lang, USAGE);
if (!['markdown', 'json'].includes(values.format) || (values.base !== undefined && values['base-root'] !== undefined)) finish(USAGE, 2);
stopWhenReaderLeaves();

try {
  const root = rootFolder(values.root);
  const after: Body = { ...readFolder(root), name: '' };
  const impact = compareBodies(readBase(root), after, { base: readSiteAddress(root).base, lastPrint });
  process.stdout.write(values.format === 'json' ? `${JSON.stringify(impact, null, 2)}\n` : markdown(impact));
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
