import type { Localized } from '../../locale.ts';

interface Unclear {
  readonly message: Localized;
  readonly repair: Localized;
}

/** A sign in the place of a figure that says nothing of why there is none: …, X, ***; and what a spreadsheet shows where it cannot compute. */
export function isMark(text: string): boolean {
  return /^(?:…+|‥+|\.{2,}|・{2,}|[*＊]+|[xXｘＸ×χ])$/u.test(text.trim()) || isFailure(text);
}

/** What cannot be a figure though it stands for one, and must be asked about; undefined for all else. */
export function unclearCell(text: string): Unclear | undefined {
  if (isFailure(text)) return {
    message: { ja: `「${text}」は、表計算の式の誤りです。`, en: `“${text}” is a formula that failed.` },
    repair: { ja: 'もとの表の式を直すか、値に置き換えてください。', en: 'Mend the formula in the sheet, or put its value there.' },
  };
  if (isMark(text)) return {
    message: { ja: `「${text}」だけでは、なぜ値がないのかが分かりません。`, en: `“${text}” does not say why there is no figure.` },
    repair: { ja: '集計中・実施なし・該当なし・非公表・欠落のどれかに書き換えるか、セルを空にしてください。', en: 'Write not_yet, not_carried_out, not_applicable, not_published or lost, or leave the cell empty.' },
  };
  const inside = /^[(（](\d.*)[)）]$/.exec(text)?.[1];
  return inside === undefined ? undefined : {
    message: { ja: `「${text}」が負の数なのか、括弧書きの別の値なのかが分かりません。`, en: `“${text}” may be a negative number, or another figure in brackets.` },
    repair: { ja: `負の数なら「▲${inside}」と書き、そうでなければ括弧を外してください。`, en: `Write ▲${inside} if it is negative, or take the brackets away.` },
  };
}

/** (+5) and (▲5) say what they are: the brackets go. */
export function withoutBrackets(text: string): string {
  return /^[(（]([-+±▲△−].*)[)）]$/.exec(text)?.[1] ?? text;
}

function isFailure(text: string): boolean {
  return /^#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!)$/i.test(text.trim());
}
