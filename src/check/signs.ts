import { formatQuantity } from '../format/quantity.ts';
import { STYLES } from '../format/styles.ts';
import { TONGUES } from '../locale.ts';
import type { LoadedObservation, Report } from '../load/report.ts';
import type { Check } from '../derive/checks.ts';
import { Decimal } from '../quantity/decimal.ts';
import { extentOf } from '../quantity/interval.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Finding } from './finding.ts';
import { problem } from './problem.ts';

/**
 * Printed changes that point the other way than the values. Coarse values leave the recheck undecided; a finer printing
 * of one of them may decide. Where both have one, the recheck itself has used them.
 */
export function checkSigns(report: Report, checks: readonly Check[]): Finding[] {
  const sharper = new Set(checks.map(({ id }) => id).filter((id) => id.endsWith('-finer')));
  return checks.flatMap((check) => {
    if (check.what !== 'change' || check.verdict !== 'rounding' || check.indicator?.incomplete) return [];
    if (check.id.endsWith('-finer') || sharper.has(`${check.id}-finer`)) return [];
    const observation = check.indicator?.observations.get(check.at ?? '');
    if (!SIGNED.has(check.operation)) return [];
    const [now, base] = check.inputs.map(({ origin }) =>
      origin.kind === 'observation' ? finest(origin.observation) : undefined,
    );
    if (!now || !base) return [];
    const values = directionOf(now, base);
    return values * Math.sign(Number(check.printed.value)) < 0
      ? [{ problem: opposite(report, check, now, base), waiver: observation?.data.waiver?.sign }]
      : [];
  });
}

const SIGNED: ReadonlySet<string> = new Set(['difference', 'point_change', 'duration_difference', 'percent_change']);

/** Of all printings of one value the one with the smallest step. */
function finest({ figure, also }: LoadedObservation): Quantity | undefined {
  const printings = [figure, ...also].filter(isQuantity);
  return printings.sort((a, b) => new Decimal(a.quantum).comparedTo(b.quantum))[0];
}

/** 1 when the first is certainly the greater, −1 when the second is, 0 when both can be. */
function directionOf(now: Quantity, base: Quantity): -1 | 0 | 1 {
  const [a, b] = [extentOf(now), extentOf(base)];
  if (a.low && b.high && a.low.gt(b.high)) return 1;
  return a.high && b.low && a.high.lt(b.low) ? -1 : 0;
}

function opposite(report: Report, { file, path, printed }: Check, now: Quantity, base: Quantity): Finding['problem'] {
  const [ja, en] = TONGUES.map((locale) =>
    [printed, base, now].map((each) => formatQuantity(each, STYLES[locale], report.units)),
  );
  return problem(
    'sign-differs',
    file,
    path,
    {
      ja: `印刷された増減「${ja?.[0]}」の向きが、値の動き（${ja?.[1]}から${ja?.[2]}）と逆です。`,
      en: `The printed change “${en?.[0]}” points the other way than the values, from ${en?.[1]} to ${en?.[2]}.`,
    },
    {
      ja: '符号を文書で確かめてください。文書のとおりであれば waiver.sign に理由を各言語で書きます。',
      en: 'Compare the sign with the document. If it is printed so, give the reason in every language under waiver.sign.',
    },
    'warning',
  );
}
