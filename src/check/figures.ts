import type { Problem } from '../diagnostics/problem.ts';
import { formatQuantity } from '../format/quantity.ts';
import type { Report } from '../load/report.ts';
import { WORDS } from '../i18n/strings.ts';
import type { Check } from '../derive/checks.ts';
import { problem } from './problem.ts';

/** Printed figures that do not follow from the printed inputs, unless an editor has said why. */
export function checkFigures(report: Report, checks: readonly Check[]): Problem[] {
  return checks.flatMap((check) => {
    if (check.verdict === 'differs' && !check.waiver) return [differs(report, check)];
    if (check.verdict !== 'differs' && check.waiver) return [needless(check)];
    return [];
  });
}

function differs(report: Report, check: Check): Problem {
  const { file, path, operation, inputs, value, rounded, low, high, what } = check;
  const refs = inputs.map(({ ref }) => ref).join(', ');
  const ja = `印刷された「${formatQuantity(check.printed, 'ja', report.units)}」は、${WORDS.operation[operation].ja}（${refs}）から計算した ${rounded ?? value ?? '—'}（範囲 ${low} ～ ${high}）と一致しません。`;
  const en = `The printed “${formatQuantity(check.printed, 'en', report.units)}” differs from the ${WORDS.operation[operation].en} of ${refs}: ${rounded ?? value ?? '—'} (from ${low} to ${high}).`;
  return problem(what === 'formula' ? 'total-differs' : 'recheck-differs', file, path, { ja, en }, {
    ja: `値と入力を文書で確かめてください。文書のとおりであれば ${waiverKey(check)} に理由を日英で書きます。`,
    en: `Compare the figure and its inputs with the document. If it is printed so, give the reason in both languages under ${waiverKey(check)}.`,
  });
}

/** A waiver that nothing needs would hide the next mistake. */
function needless({ file, path, what }: Check): Problem {
  return problem('needless-waiver', file, path, {
    ja: '値は再計算と一致しており、waiver は要りません。', en: 'The figure agrees with the recheck; its waiver is not needed.',
  }, { ja: `${waiverKeyOf(what)} を消してください。`, en: `Remove ${waiverKeyOf(what)}.` }, 'warning');
}

function waiverKey({ what }: Check): string {
  return waiverKeyOf(what);
}

function waiverKeyOf(what: Check['what']): string {
  return { change: 'waiver.change', formula: 'waiver.value', also: 'waiver.also', figure: 'waiver' }[what];
}
