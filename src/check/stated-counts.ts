import { lineAt } from './line-span.ts';

/** A text that says how many things it lists, and how many it does list. */
export interface StatedCount {
  readonly stated: number;
  readonly listed: number;
  /** The words that say so, and the line that they stand on. */
  readonly words: string;
  readonly line: number;
}

/**
 * Where a text counts what it lists and the two differ. `spoken` has every reference replaced by a number, or by ‘〓’.
 * - 次の3項目 / the following three steps, over a list
 * - 7つの届書（資格取得届、資格喪失届、…）
 * - 組織、技術の三つの面: fewer are named than are said; more may belong to what goes before. 東京、大阪の5つの事務所 are five in two towns
 */
export function miscounts(spoken: string): StatedCount[] {
  const text = spoken.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
  return [...overLists(text), ...inBrackets(text), ...inLine(text)].filter(({ stated, listed }) => stated !== listed);
}

/** Whether there is anything in a text that could be a list: few texts have one, and to say all their references takes long. */
export function mayCount(text: string): boolean {
  return /[\n(（]|、.*の/.test(text);
}

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const NUMBER = `\\d{1,3}|[${NUMBERS.join('')}]`;
const COUNTER = '(?:つ|項目|点(?!数)|種類|区分|事項|か所|カ所|箇所|段階|分野|施策|取組|本柱|本の柱)';

function numberOf(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  return (NUMBERS.includes(words) ? NUMBERS : WORDS).indexOf(words.toLowerCase()) + 1;
}

/** The sentence before a list, and the items right below it. */
function overLists(text: string): StatedCount[] {
  if (!text.includes('\n')) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (isItem(line) || !isItem(lines[index + 1] ?? '')) return [];
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((each, at) => !isItem(each) && !/^\s/.test(each) && !(each === '' && isItem(rest[at + 1] ?? '')));
    const listed = rest.slice(0, end < 0 ? rest.length : end).filter(isItem).length;
    return [...line.matchAll(LEAD)].map((match) => ({ stated: numberOf(match[1] ?? match[2] ?? ''), listed, words: match[0], line: index }));
  });
}

const LEAD = new RegExp(`(?:次|以下|下記)の(${NUMBER})\\s*${COUNTER}(?!のうち|の中)|\\b(?:the following|these|in) (\\d{1,3}|${WORDS.join('|')}) (?:things|points|items|measures|steps|ways|areas|matters|kinds|groups|parts|reasons|places|stages)\\b`, 'gi');

function isItem(line: string): boolean {
  return /^(?:[-*・]|\d+[.)])\s?\S/.test(line);
}

/** Places in brackets are often named by kind: 5か所（本庁、支所）. */
const BRACKETED = new RegExp(`(${NUMBER})\\s*${COUNTER.replace('|か所|カ所|箇所', '')}の?[^()（）「」、。をがはに\\n]{1,12}(?:です)?[(（]([^()（）]+)[)）]`, 'g');

/** Everything in the brackets is named, unless they say that there is more. */
function inBrackets(text: string): StatedCount[] {
  if (!/[(（]/.test(text)) return [];
  return [...text.matchAll(BRACKETED)].flatMap((match) => {
    const inside = match[2] ?? '';
    if (!inside.includes('、') || /など|等$|ほか|〓|。|\d|うち|含|除|例/.test(inside)) return [];
    const stated = numberOf(match[1] ?? '');
    // 安全、安心及び快適 may be three.
    const [fewest, most] = [inside.split('、').length, inside.split(/、|及び|並びに|又は|または|と|・/).length];
    return [{ stated, listed: stated >= fewest && stated <= most ? stated : fewest, words: match[0], line: lineAt(text, match.index) }];
  });
}

/** What is named right before it, and not what belongs to that. */
const ASPECT = '(?:の)?(?:面|柱|観点|視点|側面|方針|方法|手段|業務|要素|原則|目的|理由)';
const COUNTED = new RegExp(`の(?:${NUMBER})\\s*(?:つ|点)${ASPECT}`);
const NAMED = new RegExp(`([^。\\n]*、[^。、\\n]+?)の(${NUMBER})\\s*(?:つ|点)${ASPECT}`, 'g');

function inLine(text: string): StatedCount[] {
  const plain = text.replace(/[(（][^()（）]*[)）]/g, '').replace(/[「」『』]/g, '');
  // Few texts count anything, and to look for what they name takes long.
  if (!COUNTED.test(plain)) return [];
  return [...plain.matchAll(NAMED)].flatMap((match) => {
    const [stated, named] = [numberOf(match[2] ?? ''), match[1] ?? ''];
    const listed = named.split(/、|と|や|・|及び|または|又は/).length;
    if (listed >= stated || stated > 10 || /〓|など|次|以下|うち|[こそ]の|これら|それぞれ|各/.test(named)) return [];
    return [{ stated, listed, words: match[0].slice(-30), line: lineAt(plain, match.index) }];
  });
}
