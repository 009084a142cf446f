import type { Problem } from '../diagnostics/problem.ts';
import { formatBound } from '../format/bound.ts';
import { formatQuantity } from '../format/quantity.ts';
import { STYLES } from '../format/styles.ts';
import type { Report } from '../load/report.ts';
import { WORDS } from '../i18n/strings.ts';
import type { Check } from '../derive/checks.ts';
import { TONGUES } from '../locale.ts';
import type { Tongue } from '../locale.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { problem } from './problem.ts';

/** Printed figures that do not follow from the printed inputs, unless an editor has said why. */
export function checkFigures(report: Report, checks: readonly Check[]): Problem[] {
  return checks.flatMap((check) => {
    if (isGuessed(check)) return [];
    if (check.verdict === 'differs' && !check.waiver) return [differs(report, check)];
    if (check.verdict !== 'differs' && check.waiver && !isNeeded(check, checks)) return [needless(check)];
    return [];
  });
}

/** One reason speaks for all printings of a figure or its inputs: it is needed as long as one of them differs. */
function isNeeded({ file, path, what }: Check, checks: readonly Check[]): boolean {
  const isBeside = (other: Check) => other.file === file && other.what === what && other.path[1] === path[1];
  return checks.some((other) => isBeside(other) && other.verdict === 'differs');
}

/** What stands in for a mistake proves nothing. */
function isGuessed({ indicator, section, inputs }: Check): boolean {
  const files = [
    indicator,
    section,
    ...inputs.map(({ origin }) => (origin.kind === 'section' ? origin.section : origin.indicator)),
  ];
  return files.some((file) => file?.incomplete === 'guesses');
}

function differs(report: Report, check: Check): Problem {
  const { file, path, operation, inputs, what } = check;
  const refs = inputs.map(({ ref }) => ref);
  if (what === 'also') return printingsDiffer(report, check);
  const ja = `印刷された「${formatQuantity(check.printed, STYLES.ja, report.units)}」は、${refs.join('、')} から計算した${WORDS.operation[operation].ja}「${computed(report, check, 'ja')}」${range(report, check, 'ja')}と一致しません。`;
  const en = `The printed “${formatQuantity(check.printed, STYLES.en, report.units)}” differs from the ${WORDS.operation[operation].en} of ${refs.join(' and ')}, “${computed(report, check, 'en')}”${range(report, check, 'en')}.`;
  return problem(
    what === 'formula' ? 'total-differs' : 'recheck-differs',
    file,
    path,
    { ja, en },
    {
      ja: `値と入力を文書で確かめてください。文書のとおりであれば ${waiverKey(check)} に理由を日英で書きます。`,
      en: `Compare the figure and its inputs with the document. If it is printed so, give the reason in both languages under ${waiverKey(check)}.`,
    },
  );
}

function printingsDiffer(report: Report, { file, path, printed, inputs }: Check): Problem {
  const kept = inputs.map(({ figure }) => figure).find(isQuantity) ?? printed;
  const [ja, en] = TONGUES.map((locale) => [
    formatQuantity(printed, STYLES[locale], report.units),
    formatQuantity(kept, STYLES[locale], report.units),
  ]);
  return problem(
    'recheck-differs',
    file,
    path,
    {
      ja: `別に印刷された値「${ja?.[0]}」は、この時点の値「${ja?.[1]}」と桁の範囲でも一致しません。`,
      en: `The other printing “${en?.[0]}” cannot be the same figure as “${en?.[1]}”, whatever was rounded.`,
    },
    {
      ja: '二つの値を文書で確かめてください。文書のとおりであれば waiver.also に理由を日英で書きます。',
      en: 'Compare both with the documents. If they are printed so, give the reason in both languages under waiver.also.',
    },
  );
}

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
function needless({ file, path, what }: Check): Problem {
  return problem(
    'needless-waiver',
    file,
    path,
    {
      ja: '値は再計算と一致しており、waiver は要りません。',
      en: 'The figure agrees with the recheck; its waiver is not needed.',
    },
    { ja: `${waiverKeyOf(what)} を消してください。`, en: `Remove ${waiverKeyOf(what)}.` },
    'warning',
  );
}

function waiverKey({ what }: Check): string {
  return waiverKeyOf(what);
}

function waiverKeyOf(what: Check['what']): string {
  return { change: 'waiver.change', formula: 'waiver.value', also: 'waiver.also', figure: 'waiver' }[what];
}
