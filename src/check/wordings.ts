import type { Path, Problem } from '../diagnostics/problem.ts';
import type { LoadedText, Report } from '../load/report.ts';
import { findFigure } from '../derive/figures.ts';
import { piecesOf } from '../prose/pieces.ts';
import { Decimal } from '../quantity/decimal.ts';
import { parseQuantity } from '../quantity/parse.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { SimpleRule, Target } from '../schema/target.ts';
import type { Text } from '../schema/text.ts';
import { rulesOf } from './targets.ts';
import { numbersSaidIn, spoken } from './said-numbers.ts';
import type { SaidNumber } from './said-numbers.ts';
import { problem } from './problem.ts';

/** The figure that a target is judged by stands in what the target says: another one there, or here, is a slip. */
export function checkWordings(report: Report): Problem[] {
  return [...report.sections, ...report.midTerms].filter(({ incomplete }) => !incomplete).flatMap((section) =>
    (section.data.targets ?? []).flatMap((target, index) => checkTarget(report, section, target, ['targets', index, 'rule'])));
}

function checkTarget(report: Report, section: LoadedText, target: Target, path: Path): Problem[] {
  const rules = rulesOf(target).flatMap(({ rule, path: within }) => ('value' in rule ? [{ rule, path: [...path, ...within, 'value'] }] : []));
  if (rules.length === 0) return [];
  const { title, wording, wordings = [], note } = target;
  const worded = numbersSaid(report, section, [wording, ...wordings.map(({ text }) => text)]);
  // A wording such as “to eradicate” says no number, and one in words is seldom that of the rule.
  const inDigits = worded.filter(({ words, isLoose }) => !isLoose && /\d/.test(words));
  if (inDigits.length === 0) return [];
  const said = withParts([...worded, ...numbersSaid(report, section, [title, ...(note ? [note] : [])])]);
  return rules.flatMap(({ rule, path: at }) => {
    const asked = numbersOf(report, rule);
    if (asked.length === 0 || asked.some((number) => said.includes(number))) return [];
    return [problem('wording-differs', section.file, at, DIFFERS(rule.value, target.id, inDigits), REPAIR, 'warning')];
  });
}

/** A fifth of 50 is 10 as well. */
function withParts(said: readonly Said[]): string[] {
  const values = said.flatMap((each) => each.values);
  const fractions = said.flatMap(({ parts: [above, below] = [] }) => (above === undefined || below === undefined || below === '0' ? [] : [new Decimal(above).div(below)]));
  return [...values, ...fractions.flatMap((fraction) => values.map((value) => String(fraction.times(value))))];
}

type Said = Omit<SaidNumber, 'index'>;

/** Of 88,000事業所: 88000. Of 70%台前半: 70, as it is spoken of. */
function numbersOf(report: Report, rule: Extract<SimpleRule, { readonly value: string }>): string[] {
  const unit = report.indicators.get(rule.indicator)?.data.unit;
  const read = parseQuantity(rule.value, report.units, unit);
  return read.ok ? [sizeOf(read.quantity), ...numbersSaidIn(rule.value).flatMap(({ values }) => values)] : [];
}

/** Every number that texts say, in any language: {80}, and the values of the figures that they name. */
function numbersSaid(report: Report, section: LoadedText, texts: readonly Text[]): Said[] {
  return texts.flatMap((text) => [...piecesOf(text).values()]).flatMap((pieces) => [
    ...numbersSaidIn(spoken(pieces)),
    ...pieces.flatMap(({ reference }) => {
      if (reference?.kind !== 'figure' || reference.as !== 'value') return [];
      const ref = reference.at === undefined ? reference.id : `${reference.id}@${reference.at}`;
      const figure = findFigure(report, ref, section)?.figure;
      return figure && isQuantity(figure) ? [{ words: `${sizeOf(figure)} (${ref})`, values: [sizeOf(figure)], isLoose: false }] : [];
    }),
  ]);
}

function sizeOf({ value }: Quantity): string {
  return String(new Decimal(value).abs());
}

const DIFFERS = (value: string, id: string, said: readonly Said[]) => {
  const numbers = [...new Set(said.map(({ words }) => words))];
  return {
    ja: `目標「${id}」の文に、判定の値「${value}」がありません。文にある数は ${numbers.join('、')} です。`,
    en: `The wording of the target “${id}” does not speak of “${value}”, but of ${numbers.join(' and ')}.`,
  };
};
const REPAIR = {
  ja: '目標の文（wording）と判定の値を文書で確かめてください。文書の書き方が違うだけであれば、目標の note でこの値に触れます。',
  en: 'Compare its wording and this figure with the document. If it is only worded otherwise, speak of this figure under “note” of the target.',
};
