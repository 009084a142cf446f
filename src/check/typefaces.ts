import type { Problem } from '../diagnostics/problem.ts';
import { faultOf } from '../fonts/faults.ts';
import type { FontFault } from '../fonts/faults.ts';
import type { DataFile } from '../load/files.ts';
import { isFromRight } from '../load/languages.ts';
import { MOST_FONT_BYTES } from '../load/files.ts';
import type { Report } from '../load/report.ts';
import type { Localized } from '../locale.ts';
import { problem } from './problem.ts';

/** That each language can be printed: its direction, the typeface for its letters, and the files of those that the body brings. */
export function checkTypefaces(report: Report, fonts: readonly DataFile[] | undefined): Problem[] {
  return [...checkScripts(report), ...(fonts ? checkFiles(report, new Map(fonts.map(({ file, bytes }) => [file, bytes]))) : [])];
}

function checkScripts({ languages: { tags }, languageFiles, organisation }: Report): Problem[] {
  return [...new Set([...organisation.languages ?? [], ...tags])].flatMap((tag) => {
    const script = new Intl.Locale(tag).maximize().script ?? '';
    if (isFromRight(tag)) {
      const index = organisation.languages?.indexOf(tag) ?? -1;
      return [problem('right-to-left', 'data/organisation.yaml', index < 0 ? [] : ['languages', index], FROM_RIGHT_TO_LEFT(tag), LEAVE_OUT)];
    }
    const own = languageFiles.get(tag);
    if (DRAWN.has(script) || !own || own.data.typeface || own.incomplete) return [];
    return [problem('missing-typeface', own.file, [], script === 'Hant' ? OTHER_SHAPES(tag) : NOT_DRAWN(tag), BRING_ONE, 'warning')];
  });
}

/** What the program's own typefaces draw as it is to be drawn. */
const DRAWN = new Set(['Latn', 'Grek', 'Cyrl', 'Jpan', 'Hans']);

function checkFiles({ languageFiles }: Report, fonts: ReadonlyMap<string, Uint8Array>): Problem[] {
  return [...languageFiles.values()].flatMap(({ file, data: { typeface } }) => (['regular', 'bold'] as const).flatMap((weight) => {
    if (!typeface) return [];
    const name = `data/fonts/${typeface[weight]}`;
    const [message, repair] = faultIn(name, fonts.get(name)) ?? [];
    return message ? [problem('invalid-typeface', file, ['typeface', weight], message, repair)] : [];
  }));
}

function faultIn(name: string, bytes: Uint8Array | undefined): readonly [Localized, Localized] | undefined {
  if (bytes === undefined) return [NOT_THERE(name), PUT_IT_THERE];
  if (bytes.length > MOST_FONT_BYTES) return [TOO_LARGE(name), ANOTHER];
  const fault = faultOf(bytes);
  return fault && [FAULTS[fault](name), ANOTHER];
}

const FROM_RIGHT_TO_LEFT = (tag: string) => ({
  ja: `言語「${tag}」は右から左に書きます。ページも PDF も左から右にしか組めないため、使えません。`,
  en: `The language “${tag}” is written from right to left. Pages and PDFs are only laid out from left to right, so it cannot be used.`,
});
const LEAVE_OUT = { ja: 'languages から除いてください。', en: 'Leave it out of “languages”.' };
const NOT_DRAWN = (tag: string) => ({
  ja: `言語「${tag}」の文字は、プログラムの書体にありません。PDF では空白になります。`,
  en: `The program’s typefaces have no letters for the language “${tag}”: PDFs show blanks.`,
});
const OTHER_SHAPES = (tag: string) => ({
  ja: `言語「${tag}」の文字は、プログラムの書体では簡体字の形になります。`,
  en: `The program’s typefaces draw the letters of “${tag}” in the shapes of simplified Chinese.`,
});
const BRING_ONE = {
  ja: '書体の TrueType のファイルを data/fonts/ に置き、typeface に名前を書いてください（書き方は CONTRIBUTING.ja.md）。',
  en: 'Put the TrueType files of a typeface into data/fonts/ and name them under “typeface” (CONTRIBUTING.md says how).',
};
const NOT_THERE = (name: string) => ({ ja: `書体のファイル ${name} がありません。`, en: `There is no font file ${name}.` });
const PUT_IT_THERE = { ja: 'ファイルを置くか、名前を確かめてください（大文字と小文字も）。', en: 'Put it there, or check its name, capitals too.' };
const TOO_LARGE = (name: string) => ({
  ja: `${name} は大きすぎます（${MOST_FONT_BYTES >> 20} MB まで）。`,
  en: `${name} is too large (${MOST_FONT_BYTES >> 20} MB at most).`,
});
const FAULTS: Readonly<Record<FontFault, (name: string) => Localized>> = {
  'no font': (name) => ({ ja: `${name} は書体のファイルではないか、壊れています。`, en: `${name} is not a font file, or it is damaged.` }),
  variable: (name) => ({ ja: `${name} はバリアブルフォントです。PDF には使えません。`, en: `${name} is a variable font, which PDFs cannot use.` }),
  'no outlines': (name) => ({ ja: `${name} は TrueType の書体ではありません。`, en: `${name} has no TrueType outlines.` }),
};
const ANOTHER = {
  ja: '太さが一つの TrueType のファイル（.ttf）にしてください。Google Fonts では static フォルダーにあります。',
  en: 'Take a TrueType file (.ttf) of one weight; Google Fonts has them in its folder “static”.',
};
