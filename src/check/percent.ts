import { formatQuantity } from '../format/quantity.ts';
import { STYLES } from '../format/styles.ts';
import type { Report } from '../load/report.ts';
import { TONGUES } from '../locale.ts';
import type { Check } from '../derive/checks.ts';
import { percentForPoints } from '../derive/percent-for-points.ts';
import { sourceOfCheck } from '../derive/source.ts';
import type { Finding } from './finding.ts';
import { problem } from './problem.ts';

/** Differences of two rates that are printed in `%`: 72.0% less 70.0% is 2.0 points. A document that always prints so says it once. */
export function checkPercent(report: Report, checks: readonly Check[]): Finding[] {
  return percentForPoints(report, checks).map((check) => {
    const document = report.documents.get(sourceOfCheck(check)?.document ?? '');
    const [ja, en] = TONGUES.map((locale) => formatQuantity(check.printed, STYLES[locale], report.units));
    return {
      problem: problem('percent-for-points', check.file, check.path, PERCENT(ja ?? '', en ?? ''), REPAIR(document?.id ?? ''), 'warning'),
      waiver: document?.percentForPoints,
    };
  });
}

const PERCENT = (ja: string, en: string) => ({
  ja: `率どうしの差「${ja}」が「%」で書かれています。差の単位は「ポイント」です。`,
  en: `The difference of two rates, “${en}”, is given in “%”. Such a difference is one of points.`,
});
const REPAIR = (document: string) => ({
  ja: `文書が「ポイント」と印刷していれば直してください。文書が「%」と印刷していれば、documents.yaml の「${document}」の percentForPoints に日英で説明を書きます。`,
  en: `If the document prints points, mend it. If it prints “%”, explain that in both languages under percentForPoints of “${document}” in documents.yaml.`,
});
