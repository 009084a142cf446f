import type { Absence, Absent } from './quantity.ts';
import { narrow } from './width.ts';

/** The words that documents print where a figure would stand; the id itself is understood too. */
const WORDS: Readonly<Record<Absence, readonly string[]>> = {
  not_yet: ['集計中', '未集計', '未到来', '期限未到来', '未集計・期限未到来', 'not yet available'],
  not_carried_out: ['未実施', '実施なし', '見送り', '実施見送り', '中止', 'not carried out'],
  not_applicable: ['該当なし', 'not applicable'],
  not_published: ['未公表', '非公表', 'not published'],
  lost: ['欠落', '原資料で欠落', 'missing in the source'],
};

/** Reads why there is no figure: 未集計 → not_yet. Undefined when the text is something else. */
export function parseAbsence(text: string): Absent | undefined {
  const word = narrow(text).trim().toLowerCase();
  for (const [absent, words] of Object.entries(WORDS) as [Absence, readonly string[]][]) {
    if (word === absent || words.includes(word)) return { absent };
  }
  return undefined;
}

/** A dash alone may stand for any of the absences, and for zero. */
export function isBareDash(text: string): boolean {
  return /^[-－―—–‐‑‒─━ーｰ−]+$/u.test(text.trim());
}
