import { troubleOf } from '../src/files/trouble.ts';
import type { Trouble } from '../src/files/trouble.ts';
import type { Tongue } from '../src/locale.ts';

type Words = Readonly<Record<Tongue, readonly [what: string, repair: string]>>;

const FULL: Words = {
  ja: ['ディスクに空きがありません', '空きを作って、もう一度実行してください。'],
  en: ['There is no room left on the disk', 'Make room and run it again.'],
};
const FORBIDDEN: Words = {
  ja: ['読み書きが許されていません', '権限を確かめるか、別の場所を指定してください。'],
  en: ['Reading or writing is not permitted', 'See who may read and write there, or name another place.'],
};
const WORDS: Readonly<Record<string, Words>> = {
  ENOSPC: FULL, EDQUOT: FULL, EACCES: FORBIDDEN, EPERM: FORBIDDEN, EROFS: FORBIDDEN,
  EBUSY: {
    ja: ['ほかで使われています', '開いているプログラムを閉じるか、別の場所を指定してください。'],
    en: ['It is in use elsewhere', 'Close the program that has it open, or name another place.'],
  },
  ENOENT: { ja: ['ありません', '名前と場所を確かめてください。'], en: ['It is not there', 'Check its name and where it is.'] },
  ENOTDIR: {
    ja: ['フォルダーがあるはずの所に、ファイルがあります', 'ファイルを移すか、別の場所を指定してください。'],
    en: ['There is a file where a folder should be', 'Move the file, or name another place.'],
  },
  EISDIR: {
    ja: ['ファイルがあるはずの所に、フォルダーがあります', 'フォルダーを移すか、別の名前を指定してください。'],
    en: ['There is a folder where a file should be', 'Move the folder, or give another name.'],
  },
};
const OTHER: Words = {
  ja: ['読み書きできません', 'ディスクの空きと状態を確かめて、もう一度実行してください。'],
  en: ['It cannot be read or written', 'See whether the disk has room and is well, and run it again.'],
};

/** dist/pdf/2025.ja.pdf: ディスクに空きがありません（ENOSPC）。 → 空きを作って、もう一度実行してください。 */
export function describeTrouble({ code, path }: Trouble, locale: Tongue): string {
  const [what, repair] = (WORDS[code === 'EEXIST' ? 'ENOTDIR' : code] ?? OTHER)[locale];
  const where = path === undefined ? '' : `${path}: `;
  return locale === 'ja' ? `${where}${what}（${code}）。 → ${repair}` : `${where}${what} (${code}). → ${repair}`;
}

/** What a command says of what ended it: without a stack trace where the program is not at fault. */
export function tellEnd(error: unknown, locale: Tongue): string {
  const trouble = troubleOf(error);
  if (trouble) return describeTrouble(trouble, locale);
  return error instanceof Error ? error.message : String(error);
}
