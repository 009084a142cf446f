import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readBody, readDataFiles } from '../src/load/files.ts';
import type { Body, DataFile } from '../src/load/files.ts';
import type { Tongue } from '../src/locale.ts';
import { finish } from './command.ts';

/** Every YAML file below data/. Where there is no such folder, the command ends with 2 and says so. */
export function readData(root: string, locale: Tongue): DataFile[] {
  return orSay(root, locale, () => readDataFiles(root));
}

/** The same with all else that a body brings. */
export function readAll(root: string, locale: Tongue): Body {
  return orSay(root, locale, () => readBody(root));
}

/** Where others read it: that there is something to read. */
export function needData(root: string, locale: Tongue): void {
  orSay(root, locale, () => readdirSync(join(root, 'data')));
}

function orSay<T>(root: string, locale: Tongue, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { path = join(root, 'data') } = error as { path?: string };
    return finish(
      locale === 'ja'
        ? `${path} を読めません。--root にデータのあるフォルダーを書いてください。\n`
        : `${path} cannot be read. Give the folder above data/ with --root.\n`,
      2,
    );
  }
}
