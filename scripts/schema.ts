import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { fieldsPage, inBothLanguages } from '../src/edit/fields/fields.ts';
import type { FileKind, JsonSchema } from '../src/edit/fields/fields.ts';
import { writeAllWhole } from '../src/files/write-whole.ts';
import { KINDS, schemaOf } from '../src/load/kinds.ts';
import type { Kind } from '../src/load/kinds.ts';
import { languagesIn } from '../src/load/languages.ts';
import { readOptions } from './command.ts';
import { preferredLocale } from './preferred-locale.ts';
import { readData } from './read-data.ts';
import { rootFolder } from './root.ts';

/** Writes data/schema/*.json and docs/fields*.md from the zod schemas, in the languages of the data; with --check, tells whether they are up to date. */
const { values: { check, root: given } } = readOptions({ options: { check: { type: 'boolean', default: false }, root: { type: 'string' } } }, 'npm run schema -- [--check] [--root DIR]\n');
const root = rootFolder(given);
const languages = languagesIn(readOrganisation());
/** What differs from what it ought to be, with that. */
const stale = new Map<string, string>();
const fileKinds: FileKind[] = [];
/** Where each kind of file stands, for people. */
const PLACES: Readonly<Record<Kind, string>> = {
  organisation: 'data/organisation.yaml', language: 'data/languages/<tag>.yaml', outline: 'data/outline.yaml', documents: 'data/documents.yaml', units: 'data/units.yaml',
  glossary: 'data/glossary.yaml', redirects: 'data/redirects.yaml', 'report-year': 'data/<year>/report.yaml', 'section-year': 'data/<year>/<section>.yaml',
  'mid-term': 'data/mid-term/<from>-<to>.yaml', finance: 'data/finance/<year>.yaml', indicator: 'data/indicators/<section>/<id>.yaml',
};

for (const kind of Object.keys(KINDS) as Kind[]) {
  const schema = schemaOf(kind, languages);
  const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as JsonSchema;
  fileKinds.push({ place: PLACES[kind], schema: json });
  compare(`data/schema/${kind}.json`, `${JSON.stringify(inBothLanguages(json), null, 2)}\n`);
}

if (root === process.cwd()) {
  compare('docs/fields.md', fieldsPage(fileKinds, 'en'));
  compare('docs/fields.ja.md', fieldsPage(fileKinds, 'ja'));
}
if (!check) writeAllWhole(root, stale);

if (check && stale.size > 0) {
  console.error(`data/schema と docs の項目の一覧が src/schema と一致しません。npm run schema を実行してください。\ndata/schema or the list of fields in docs differs from src/schema; run npm run schema.\n  ${[...stale.keys()].join('\n  ')}`);
  process.exitCode = 1;
} else {
  console.log(stale.size > 0 ? `data/schema: ${stale.size} 件を更新 / updated` : 'data/schema: 最新 / up to date');
}

/** What is wrong with it, `npm run check` says. */
function readOrganisation(): unknown {
  const file = readData(root, preferredLocale()).find((each) => each.file === 'data/organisation.yaml');
  try {
    return parse(new TextDecoder().decode(file?.bytes));
  } catch {
    return undefined;
  }
}

function compare(file: string, text: string): void {
  if (text !== readOrEmpty(join(root, file))) stale.set(file, text);
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
