import { join } from 'node:path';
import { digestOfProgram } from '../src/cache/program.ts';
import { computeAnew } from '../src/cache/remember.ts';
import type { Remember } from '../src/cache/remember.ts';
import { Store, forgetOthers } from '../src/cache/store.ts';
import type { Use } from '../src/cache/store.ts';
import type { Tongue } from '../src/locale.ts';

/** Where this program keeps what it computed before, from whatever data: in a folder beside other memories. */
export function findStore(cache: string): readonly [folder: string, program: string] {
  const folder = join(cache, 'store');
  const program = digestOfProgram(undefined, join(import.meta.dirname, '..'));
  forgetOthers(folder, program, new Date());
  return [folder, program];
}

/** What a command remembers that is as right without: where nothing can be read or kept, it computes anew and says nothing. */
export function rememberWherePossible(cache: string): Remember {
  const store = unlessRefused(() => new Store(...findStore(cache)), () => undefined);
  if (!store) return computeAnew;
  return (kind, inputs, compute) => {
    let made: { readonly value: ReturnType<typeof compute> } | undefined;
    return unlessRefused(() => store.remember(kind, inputs, () => (made = { value: compute() }).value), () => (made ? made.value : compute()));
  };
}

/** A folder that is read-only, full or no folder: the file system says so with a code and the call that it refused. */
function unlessRefused<T>(ask: () => T, otherwise: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
    return otherwise();
  }
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
