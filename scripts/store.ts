import { join } from 'node:path';
import { digestOfData } from '../src/cache/digest.ts';
import { digestOfProgram } from '../src/cache/program.ts';
import type { Remember } from '../src/cache/remember.ts';
import { Store, forgetOthers } from '../src/cache/store.ts';
import type { Use } from '../src/cache/store.ts';
import type { SiteAddress } from '../src/load/site-address.ts';
import type { Tongue } from '../src/locale.ts';

/** Where this program keeps what it computed before, from whatever data: in a folder beside other memories. */
export function findStore(cache: string): readonly [folder: string, program: string] {
  const folder = join(cache, 'store');
  const program = digestOfProgram(undefined, join(import.meta.dirname, '..'));
  forgetOthers(folder, program, new Date());
  return [folder, program];
}

/**
 * Where lies what is made of the program alone, for whatever data: the bundle of the pages of a site at this address, and all
 * that runs in the form in which Node compiled it.
 */
export function findMade(program: string, { url, base }: SiteAddress): { readonly bundle: string; readonly compiled: string } {
  const folder = join(process.cwd(), '.cache', 'made');
  const key = digestOfData([program, process.cwd(), url, base]);
  forgetOthers(folder, key, new Date());
  return { bundle: join(folder, key, 'bundle'), compiled: join(folder, key, 'compiled') };
}

/** What a command remembers: where there can be no folder for it, it computes anew and says nothing. */
export function rememberIn(cache: string): Remember {
  return new Store(...findStore(cache)).remember;
}

const NAMES: Readonly<Record<string, Readonly<Record<Tongue, string>>>> = {
  yaml: { ja: '読んだファイル', en: 'files read' },
  chart: { ja: '図', en: 'charts' },
  card: { ja: '画像', en: 'pictures' },
  search: { ja: '検索の索引', en: 'search indexes' },
};

/** What was there already, a line for each kind: 図の再利用 1,204 / 1,210 */
export function sayReuse(uses: ReadonlyMap<string, Use>, locale: Tongue): string[] {
  return [...uses].map(([kind, { asked, reused }]) => {
    const share = [reused, asked].map((count) => count.toLocaleString('en')).join(' / ');
    const name = NAMES[kind]?.[locale] ?? kind;
    return locale === 'ja' ? `${name}の再利用 ${share}` : `${name} reused ${share}`;
  });
}

/** What several makers have used. */
export function sumUses(parts: readonly { readonly uses: ReadonlyMap<string, Use> }[]): Map<string, Use> {
  const sum = new Map<string, Use>();
  for (const [kind, { asked, reused }] of parts.flatMap(({ uses }) => [...uses])) {
    const before = sum.get(kind) ?? { asked: 0, reused: 0 };
    sum.set(kind, { asked: before.asked + asked, reused: before.reused + reused });
  }
  return sum;
}
