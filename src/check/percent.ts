import { formatQuantity } from '../format/quantity.ts';
import { STYLES } from '../format/styles.ts';
import type { Path } from '../diagnostics/problem.ts';
import type { LoadedIndicator, Report } from '../load/report.ts';
import { TONGUES } from '../locale.ts';
import type { Check } from '../derive/checks.ts';
import { changeOf } from '../derive/change.ts';
import { percentForPoints } from '../derive/percent-for-points.ts';
import { sourceOfCheck } from '../derive/source.ts';
import type { Documents } from '../schema/organisation.ts';
import type { Finding } from './finding.ts';
import { meant } from './meant.ts';
import { problem } from './problem.ts';

const DOCUMENTS = 'data/documents.yaml';

/**
 * Differences of two rates that are printed in `%`: 72.0% less 70.0% is 2.0 points. A document that prints many so says
 * it once, with how many each indicator has: one more would be a slip, and one fewer a lost one.
 */
export function checkPercent(report: Report, checks: readonly Check[]): Finding[] {
  const byDocument = Map.groupBy(percentForPoints(report, checks), (check) => sourceOfCheck(check)?.document ?? '');
  const found = [...byDocument].flatMap(([id, some]): Finding[] => {
    const document = report.documents.get(id);
    // What the document says of it could not be read.
    if (!document && report.unread.size > 0) return [];
    const waiver = document?.percentForPoints;
    return some.map((check) => ({ problem: told(report, check, id), waiver: waiver?.reason }));
  });
  const counted = [...report.documents.values()].flatMap((document, index) => checkCounts(report, document, index, byDocument.get(document.id) ?? []));
  return [...counted.map((each): Finding => ({ problem: each, waiver: undefined })), ...found];
}

type Document = Documents['documents'][number];

function checkCounts(report: Report, { id: document, percentForPoints: waiver }: Document, index: number, found: readonly Check[]): Finding['problem'][] {
  // Where nothing at all is printed so, the reason itself is needless.
  if (!waiver || found.length === 0 || report.unread.size > 0) return [];
  const byIndicator = Map.groupBy(found, ({ indicator }) => indicator?.data.id ?? '');
  const unknown = Object.keys(waiver.counts).some((id) => !report.indicators.has(id));
  const path: Path = ['documents', index, 'percentForPoints', 'counts'];
  return [...new Set([...Object.keys(waiver.counts), ...byIndicator.keys()])].flatMap((id) => {
    const said = waiver.counts[id];
    const indicator = report.indicators.get(id);
    // What is said of a misspelt id is missing elsewhere: that is the same mistake.
    if (said === undefined && unknown) return [];
    if (!indicator)
      return [{ ...problem('dangling-reference', DOCUMENTS, [...path, id], UNKNOWN(id), meant(id, report.indicators.keys(), REMOVE)), at: 'key' as const }];
    const printed = (byIndicator.get(id) ?? []).map(({ at }) => `${id}@${at}`);
    if (said === printed.length) return [];
    const without = said !== undefined && said > printed.length ? changesFrom(report, indicator, document).filter((ref) => !printed.includes(ref)) : [];
    return [problem('percent-for-points', DOCUMENTS, said === undefined ? path : [...path, id], COUNT(id, said ?? 0, printed, without), COUNT_REPAIR(id, printed.length), 'warning')];
  });
}

/** The figures of an indicator that a document prints, and that a change is printed or can be computed for. */
function changesFrom(report: Report, indicator: LoadedIndicator, document: string): string[] {
  const { id, source: own, observations } = indicator.data;
  return observations.filter(({ at, source }) => (source ?? own)?.document === document && changeOf(report, indicator, at)).map(({ at }) => `${id}@${at}`);
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
  ja: `文書が「ポイント」と印刷していれば直してください。文書が「%」と印刷していれば、documents.yaml の「${document}」の percentForPoints に各言語で説明を書きます。`,
  en: `If the document prints points, mend it. If it prints “%”, explain that in every language under percentForPoints of “${document}” in documents.yaml.`,
});
const UNKNOWN = (id: string) => ({ ja: `指標「${id}」はありません。`, en: `There is no indicator “${id}”.` });
const REMOVE = { ja: '指標の id を直すか、この行を消してください。', en: 'Mend the id of the indicator, or remove the line.' };
const COUNT = (id: string, said: number, printed: readonly string[], without: readonly string[]) => ({
  ja: `指標「${id}」の「%」で書かれた率の差は ${said} 件のはずですが、${printed.length} 件です${listed(without.length > 0 ? '（ないもの: ' : '（', without.length > 0 ? without : printed, '、', '）')}。`,
  en: `Differences of rates in “%” that this document prints of the indicator “${id}”: ${said} said here, ${printed.length} found${listed(without.length > 0 ? ' (none at ' : ' (', without.length > 0 ? without : printed, ', ', ')')}.`,
});
const listed = (before: string, refs: readonly string[], comma: string, after: string) => (refs.length === 0 ? '' : before + refs.join(comma) + after);
const COUNT_REPAIR = (id: string, count: number) => {
  const [ja, en] = count > 0 ? [`「${id}: ${count}」と書きます`, `write ${id}: ${count}`] : ['この行を消します', 'remove this line'];
  return { ja: `その増減の単位を文書で確かめてください。文書のとおりであれば、${ja}。`, en: `Compare the units of those changes with the document. If they are printed so, ${en}.` };
};
