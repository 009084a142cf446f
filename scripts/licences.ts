import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALLOWED, isAllowed } from './licences/allowed.ts';
import { readOptions } from './command.ts';
import { preferredLocale } from './preferred-locale.ts';

/**
 * npm run licences [-- --json]: the licence of every package that package-lock.json names, by licence. Exits 1 where one
 * has none, or one that is not in the list of those that we may use (scripts/licences/allowed.ts).
 */
const { values } = readOptions({ options: { json: { type: 'boolean', default: false } } }, 'npm run licences -- [--json]\n');
const ja = preferredLocale() === 'ja';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

const packages = readPackages();
const refused = packages.filter(({ licence }) => !isAllowed(licence));
if (values.json) process.stdout.write(`${JSON.stringify(packages, null, 2)}\n`);
else for (const [licence, list] of [...Map.groupBy(packages, ({ licence }) => licence)].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${licence || '—'} (${list.length})`);
  console.log(`  ${list.map(({ name, version }) => `${name} ${version}`).join(', ')}`);
}
for (const { name, version, licence } of refused) {
  console.error(ja
    ? `${name} ${version}: 使ってよい許諾（${ALLOWED.join('、')}）ではありません: ${licence || 'なし'}`
    : `${name} ${version}: ${licence === '' ? 'no licence' : licence} is none of ${ALLOWED.join(', ')}`);
}
if (refused.length > 0) process.exitCode = 1;

/** What an installed package says of itself counts more than the lock file, which names those of other systems too. */
function readPackages(): Package[] {
  const { packages: locked } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { version: string; license?: string; link?: boolean }> };
  return Object.entries(locked).filter(([path, { link }]) => path !== '' && !link).map(([path, { version, license }]) => ({
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), version, licence: ownLicence(path) ?? license ?? '',
  }));
}

function ownLicence(path: string): string | undefined {
  const file = join(path, 'package.json');
  if (!existsSync(file)) return undefined;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as { license?: string | { type?: string }; licenses?: readonly { type?: string }[] };
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type ?? '').join(' OR ');
}
