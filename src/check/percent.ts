import { formatQuantity } from '../format/quantity.ts';
import { STYLES } from '../format/styles.ts';
import type { Report } from '../load/report.ts';
import { TONGUES } from '../locale.ts';
import type { Check } from '../derive/checks.ts';
import { percentForPoints } from '../derive/percent-for-points.ts';
import { sourceOfCheck } from '../derive/source.ts';
import type { Finding } from './finding.ts';
import { problem } from './problem.ts';

/**
 * Differences of two rates that are printed in `%`: 72.0% less 70.0% is 2.0 points. A document that prints many so says
 * it once, with their number: one more would be a slip.
 */
export function checkPercent(report: Report, checks: readonly Check[]): Finding[] {
  const byDocument = Map.groupBy(percentForPoints(report, checks), (check) => sourceOfCheck(check)?.document ?? '');
  const ids = [...report.documents.keys()];
  return [...byDocument].flatMap(([id, found]): Finding[] => {
    const waiver = report.documents.get(id)?.percentForPoints;
    if (!waiver) return found.map((check) => ({ problem: told(report, check, id), waiver: undefined }));
    const counted: Finding[] = waiver.count === found.length || report.unread.size > 0 ? [] : [{
      problem: problem('percent-for-points', 'data/documents.yaml', ['documents', ids.indexOf(id), 'percentForPoints', 'count'], COUNT(waiver.count, found.length), COUNT_REPAIR, 'warning'),
      waiver: undefined,
    }];
    return [...counted, ...found.map((check) => ({ problem: told(report, check, id), waiver: waiver.reason }))];
  });
}

function told(report: Report, { file, path, printed }: Check, document: string): Finding['problem'] {
  const [ja, en] = TONGUES.map((locale) => formatQuantity(printed, STYLES[locale], report.units));
  return problem('percent-for-points', file, path, PERCENT(ja ?? '', en ?? ''), REPAIR(document), 'warning');
}

const PERCENT = (ja: string, en: string) => ({
  ja: `率どうしの差「${ja}」が「%」で書かれています。差の単位は「ポイント」です。`,
  en: `The difference of two rates, “${en}”, is given in “%”. Such a difference is one of points.`,
});
const REPAIR = (document: string) => ({
  ja: `文書が「ポイント」と印刷していれば直してください。文書が「%」と印刷していれば、documents.yaml の「${document}」の percentForPoints に日英で説明を書きます。`,
  en: `If the document prints points, mend it. If it prints “%”, explain that in both languages under percentForPoints of “${document}” in documents.yaml.`,
});
const COUNT = (said: number, found: number) => ({
  ja: `「%」で書かれた率の差は ${said} 件のはずですが、${found} 件あります。`,
  en: `Differences of rates in “%” from this document: ${said} are said, ${found} are found.`,
});
const COUNT_REPAIR = {
  ja: '加えたり直したりした増減の単位を文書で確かめてください。文書のとおりであれば、この数を直します。',
  en: 'Compare the units of the changes that were added or mended with the document. If they are printed so, mend this number.',
};
