import { join } from 'node:path';
import type { Use } from '../src/cache/store.ts';
import { Store, forgetOthers } from '../src/cache/store.ts';
import { digestOfProgram } from '../src/cache/program.ts';
import type { Tongue } from '../src/locale.ts';

/** What this program computed before, from whatever data, in a folder beside other memories. */
export function openStore(cache: string): Store {
  const folder = join(cache, 'store');
  const program = digestOfProgram();
  forgetOthers(folder, program, new Date());
  return new Store(folder, program);
}

const NAMES: Readonly<Record<string, Readonly<Record<Tongue, string>>>> = {
  yaml: { ja: '読んだファイル', en: 'files read' },
  chart: { ja: '図', en: 'charts' },
  card: { ja: '画像', en: 'pictures' },
  search: { ja: '検索の索引', en: 'search indexes' },
};

/** What was there already since `before`, a line for each kind: 図の再利用 1,204 / 1,210 */
export function sayReuse(before: ReadonlyMap<string, Use>, after: ReadonlyMap<string, Use>, locale: Tongue): string[] {
  return [...after].flatMap(([kind, { asked, reused }]) => {
    const earlier = before.get(kind) ?? { asked: 0, reused: 0 };
    if (asked === earlier.asked) return [];
    const share = [reused - earlier.reused, asked - earlier.asked].map((count) => count.toLocaleString('en')).join(' / ');
    const name = NAMES[kind]?.[locale] ?? kind;
    return [locale === 'ja' ? `${name}の再利用 ${share}` : `${name} reused ${share}`];
  });
}
