import type { Problem } from '../diagnostics/problem.ts';
import { formatBound } from '../format/bound.ts';
import { formatQuantity } from '../format/quantity.ts';
import { STYLES } from '../format/styles.ts';
import type { Report } from '../load/report.ts';
import { WORDS } from '../i18n/strings.ts';
import type { Check } from '../derive/checks.ts';
import type { Origin } from '../derive/figures.ts';
import { TONGUES } from '../locale.ts';
import type { Localized, Tongue } from '../locale.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { isPercent } from '../quantity/unit.ts';
import { problem } from './problem.ts';
import { yearOff } from './year-off.ts';

/** Printed figures that do not follow from the printed inputs, unless an editor has said why. */
export function checkFigures(report: Report, checks: readonly Check[]): Problem[] {
  return checks.flatMap((check) => {
    if (isGuessed(check)) return [];
    if (check.verdict === 'differs' && !check.waiver) return isToldAlready(check, checks) ? [] : [differs(report, check)];
    const isFirst = !check.finance || checks.find(({ waiver }) => waiver === check.waiver) === check;
    if (check.verdict !== 'differs' && check.waiver && isFirst && !isNeeded(check, checks)) return [needless(check)];
    return [];
  });
}

/** One reason speaks for all printings of a figure or its inputs: it is needed as long as one of them differs. */
function isNeeded({ file, path, what, finance, waiver }: Check, checks: readonly Check[]): boolean {
  const isBeside = (other: Check) =>
    finance ? other.waiver === waiver : other.file === file && other.what === what && other.path[1] === path[1];
  return checks.some((other) => isBeside(other) && other.verdict === 'differs');
}

/**
 * One mistake is told once: an amount that differs makes the sums over it differ, and a total that differs from the sum
 * of its parts differs from that of its leaves too.
 */
function isToldAlready({ id, finance, inputs }: Check, checks: readonly Check[]): boolean {
  if (!finance) return false;
  const sum = id.endsWith('-leaves') ? id.replace(/leaves$/, 'sum') : undefined;
  const refs = new Set(inputs.map(({ ref }) => ref));
  return checks.some((other) =>
    other.verdict === 'differs' && !other.waiver && (other.id === sum || (other.ref !== undefined && refs.has(other.ref))));
}

/** What stands in for a mistake proves nothing. */
function isGuessed({ indicator, section, finance, inputs }: Check): boolean {
  const files = [
    indicator,
    section,
    finance,
    ...inputs.map(({ origin }) => fileOf(origin)),
  ];
  return files.some((file) => file?.incomplete === 'guesses');
}

/** The file that a figure stands in. */
function fileOf(origin: Origin) {
  switch (origin.kind) {
    case 'observation': return origin.indicator;
    case 'section': return origin.section;
    case 'finance': return origin.finance;
  }
}

function differs(report: Report, check: Check): Problem {
  const { file, path, operation, inputs, what } = check;
  const refs = inputs.map(({ ref }) => ref);
  if (what === 'also') return printingsDiffer(report, check);
  if (isPercentOfCount(report, check)) return percentOfCount(report, check);
  const ja = `印刷された「${formatQuantity(check.printed, STYLES.ja, report.units)}」は、${listed(refs, 'ja')} から計算した${WORDS.operation[operation].ja}「${computed(report, check, 'ja')}」${range(report, check, 'ja')}と一致しません。`;
  const en = `The printed “${formatQuantity(check.printed, STYLES.en, report.units)}” differs from the ${WORDS.operation[operation].en} of ${listed(refs, 'en')}, “${computed(report, check, 'en')}”${range(report, check, 'en')}.`;
  return problem(
    what === 'formula' ? 'total-differs' : 'recheck-differs',
    file,
    path,
    told({ ja, en }, yearOff(report, check, check.printed)),
    {
      ja: `値と入力を文書で確かめてください。文書のとおりであれば ${waiverKeyOf(check)} に理由を各言語で書きます。`,
      en: `Compare the figure and its inputs with the document. If it is printed so, give the reason in every language under ${waiverKeyOf(check)}.`,
    },
  );
}

/** a and b; of very many the first, and how many more. */
function listed(refs: readonly string[], tongue: Tongue): string {
  const more = refs.length - MOST_LISTED;
  if (more <= 0) return refs.join(tongue === 'ja' ? '、' : ' and ');
  const shown = refs.slice(0, MOST_LISTED);
  return tongue === 'ja' ? `${shown.join('、')} ほか ${more} 件` : `${shown.join(' and ')} and ${more} more`;
}

const MOST_LISTED = 12;

/** +0.5% is printed of a number of people, or of a rate per 1,000: it is a rate of change, which the indicator does not say. */
function isPercentOfCount(report: Report, { what, operation, printed, indicator }: Check): boolean {
  const inPercent = (unit: string | undefined) => isPercent(report.units.get(unit ?? ''), report.units);
  return what === 'change' && (operation === 'difference' || operation === 'point_change') && inPercent(printed.unit) && !inPercent(indicator?.data.unit);
}

function percentOfCount(report: Report, { file, path, printed }: Check): Problem {
  const [ja, en] = TONGUES.map((tongue) => formatQuantity(printed, STYLES[tongue], report.units));
  return problem('change-in-percent', file, path, {
    ja: `増減が率「${ja}」で書かれていますが、この指標の増減は差で計算します。`,
    en: `The change “${en}” is a rate, while changes of this indicator are computed as differences.`,
  }, {
    ja: '文書が増減率を印刷していれば、指標に change: percent_change と書いてください。差であれば、その単位を付けます。',
    en: 'If the document prints rates of change, write “change: percent_change” at the indicator. If it is a difference, give it its unit.',
  });
}

function printingsDiffer(report: Report, check: Check): Problem {
  const { file, path, printed, inputs } = check;
  const ref = inputs.map((input) => input.ref).join();
  const input = inputs.map(({ figure }) => figure).find(isQuantity) ?? printed;
  // In a series it is the other printing that is spoken of, whichever of the two is coarser.
  const isOwn = !check.finance && printed === check.indicator?.observations.get(check.at ?? '')?.figure;
  const [other, kept] = isOwn ? [input, printed] : [printed, input];
  const [ja, en] = TONGUES.map((locale) => [
    formatQuantity(other, STYLES[locale], report.units),
    formatQuantity(kept, STYLES[locale], report.units),
  ]);
  return problem(
    'recheck-differs',
    file,
    path,
    told(check.finance ? AMOUNTS_DIFFER(ja, en) : {
      ja: `別に印刷された値「${ja?.[0]}」は、${ref} の値「${ja?.[1]}」と桁の範囲でも一致しません。`,
      en: `The other printing “${en?.[0]}” cannot be the same figure as “${en?.[1]}” of ${ref}, whatever was rounded.`,
    }, yearOff(report, check, other)),
    {
      ja: `二つの値を文書で確かめてください。文書のとおりであれば ${waiverKeyOf(check)} に理由を各言語で書きます。`,
      en: `Compare both with the documents. If they are printed so, give the reason in every language under ${waiverKeyOf(check)}.`,
    },
  );
}

function told(message: Localized, more: Localized | undefined): Localized {
  return { ja: message.ja + (more?.ja ?? ''), en: message.en + (more?.en ?? '') };
}

const AMOUNTS_DIFFER = (ja: readonly string[] = [], en: readonly string[] = []) => ({
  ja: `同じ額の二つの印刷「${ja[0]}」と「${ja[1]}」が、桁の範囲でも一致しません。`,
  en: `Two printings of one amount, “${en[0]}” and “${en[1]}”, cannot both be right, whatever was rounded.`,
});

function computed(report: Report, { printed, rounded }: Check, locale: Tongue): string {
  if (rounded === null) return '—';
  const { qualifiers: _, plus, ...plain } = printed;
  const signed = plus && !rounded.startsWith('-') ? { plus } : {};
  return formatQuantity({ ...plain, ...signed, value: rounded }, STYLES[locale], report.units);
}

/** How far the unrounded inputs could move the result; nothing to say where they are exact. */
function range(report: Report, { low, high, printed }: Check, locale: Tongue): string {
  if (low === null || high === null || low === high) return '';
  const [from, to] = [low, high].map((end) => formatBound(end, printed, STYLES[locale], report.units));
  return locale === 'ja'
    ? `（入力の丸めを考えると ${from} ～ ${to}）`
    : ` (from ${from} to ${to}, as the inputs are rounded)`;
}

/** A waiver that nothing needs would hide the next mistake. */
function needless(check: Check): Problem {
  const { file, path } = check;
  return problem(
    'needless-waiver',
    file,
    path,
    {
      ja: '値は再計算と一致しており、waiver は要りません。',
      en: 'The figure agrees with the recheck; its waiver is not needed.',
    },
    { ja: `${waiverKeyOf(check)} を消してください。`, en: `Remove ${waiverKeyOf(check)}.` },
    'warning',
  );
}

function waiverKeyOf({ what, waiverKey }: Check): string {
  return waiverKey ?? { change: 'waiver.change', formula: 'waiver.value', also: 'waiver.also', figure: 'waiver' }[what];
}
