import { join } from 'node:path';
import { readDataFiles } from '../src/load/files.ts';
import type { DataFile } from '../src/load/files.ts';
import type { Tongue } from '../src/locale.ts';
import { finish } from './command.ts';

/** Every YAML file below data/. Where there is no such folder, the command ends with 2 and says so. */
export function readData(root: string, locale: Tongue): DataFile[] {
  try {
    return readDataFiles(root);
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
