import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KINDS } from '../src/load/kinds.ts';

/** Writes data/schema/*.json from the zod schemas; with --check, tells whether they are up to date. */
const check = process.argv.includes('--check');
const folder = join(process.cwd(), 'data', 'schema');
const stale: string[] = [];

mkdirSync(folder, { recursive: true });
for (const [name, { schema }] of Object.entries(KINDS)) {
  const file = join(folder, `${name}.json`);
  const text = `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }), null, 2)}\n`;
  if (text === readOrEmpty(file)) continue;
  stale.push(`data/schema/${name}.json`);
  if (!check) writeFileSync(file, text);
}

if (check && stale.length > 0) {
  console.error(`data/schema が src/schema と一致しません。npm run schema を実行してください。\ndata/schema differs from src/schema; run npm run schema.\n  ${stale.join('\n  ')}`);
  process.exitCode = 1;
} else {
  console.log(stale.length > 0 ? `data/schema: ${stale.length} 件を更新 / updated` : 'data/schema: 最新 / up to date');
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
