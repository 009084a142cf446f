import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { KINDS, schemaOf } from '../src/load/kinds.ts';
import type { Kind } from '../src/load/kinds.ts';
import { languagesIn } from '../src/load/languages.ts';
import { rootFolder } from './root.ts';

/** Writes data/schema/*.json from the zod schemas, in the languages of the data; with --check, tells whether they are up to date. */
const { check, root } = parseArgs({
  options: { check: { type: 'boolean', default: false }, root: { type: 'string', default: rootFolder(undefined) } },
}).values;
const folder = join(root, 'data', 'schema');
const languages = languagesIn(readOrganisation());
const stale: string[] = [];

mkdirSync(folder, { recursive: true });
for (const kind of Object.keys(KINDS) as Kind[]) {
  const file = join(folder, `${kind}.json`);
  const schema = schemaOf(kind, languages);
  const text = `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }), null, 2)}\n`;
  if (text === readOrEmpty(file)) continue;
  stale.push(`data/schema/${kind}.json`);
  if (!check) writeFileSync(file, text);
}

if (check && stale.length > 0) {
  console.error(`data/schema が src/schema と一致しません。npm run schema を実行してください。\ndata/schema differs from src/schema; run npm run schema.\n  ${stale.join('\n  ')}`);
  process.exitCode = 1;
} else {
  console.log(stale.length > 0 ? `data/schema: ${stale.length} 件を更新 / updated` : 'data/schema: 最新 / up to date');
}

/** What is wrong with it, `npm run check` says. */
function readOrganisation(): unknown {
  try {
    return parse(readFileSync(join(root, 'data', 'organisation.yaml'), 'utf8'));
  } catch {
    return undefined;
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
