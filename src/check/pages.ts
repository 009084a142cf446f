import { keptBy } from '../cache/kept-by.ts';
import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Report } from '../load/report.ts';
import type { Source } from '../schema/text.ts';
import { problem } from './problem.ts';
import { eachWithin } from './tree.ts';

/** Pages follow one another as the lines of a document do: a source that begins behind all that stands on a later page has one of the two wrong. */
export function checkPages(report: Report): Problem[] {
  const { indicators, sections, midTerms, finances } = report;
  const places = [...indicators.values(), ...sections, ...midTerms, ...finances].flatMap(({ file, data }) =>
    placesIn(data, [], () => findPlaces(data)).map((place) => ({ file, ...place })));
  return [...Map.groupBy(places, ({ document }) => document).values()].flatMap((some) => outOfOrder(some));
}

/** A source with the page and the lines that it names. */
interface Place {
  readonly document: string;
  readonly page: number;
  readonly from: number;
  readonly to: number;
  readonly path: Path;
}

interface Filed extends Place {
  readonly file: string;
}

const placesIn = keptBy<object, readonly Place[]>();

function findPlaces(data: object): Place[] {
  const found: Place[] = [];
  eachWithin(data, (value, path) => {
    const { document, page, line } = value as Partial<Source>;
    if (typeof document !== 'string' || typeof page !== 'number' || line === undefined) return;
    const [from = 0, to = from] = String(line).split('-').map(Number);
    found.push({ document, page, from, to, path: [...path] });
  });
  return found;
}

/** Of two that contradict each other it is the one that contradicts more of the others. Where many do, a document counts its pages or its lines anew. */
function outOfOrder(places: readonly Filed[]): Problem[] {
  if (isInOrder(places)) return [];
  const spans = [...Map.groupBy(places, ({ page, from, to }) => `${page} ${from} ${to}`).values()].map((some) => ({ ...some[0]!, places: some }));
  // Each is compared with all.
  if (spans.length > MOST_SPANS) return [];
  const told = [...strayOf(spans)];
  if (told.length > spans.length / 5) return [];
  return told.flatMap(([span, other]) => span.places.map(({ file, path }) => problem('page-order', file, [...path, 'page'], ORDER(span, other), ORDER_REPAIR, 'warning')));
}

/** Those without which the rest is in order, each with one that it contradicts. */
function strayOf<Span extends Place>(spans: readonly Span[]): Map<Span, Span> {
  if (isInOrder(spans)) return new Map();
  const clashes = new Map(spans.map((span) => [span, spans.filter((other) => clash(span, other))]));
  const countOf = (span: Span) => clashes.get(span)?.length ?? 0;
  const told = new Map(spans.flatMap((span) => {
    const others = clashes.get(span) ?? [];
    return others[0] && others.every((other) => countOf(other) <= countOf(span)) ? [[span, others[0]] as const] : [];
  }));
  return new Map([...told, ...(told.size > spans.length / 5 ? [] : strayOf(spans.filter((span) => !told.has(span))))]);
}

const MOST_SPANS = 4_000;

function clash(one: Place, other: Place): boolean {
  return (one.page < other.page && one.from > other.to) || (other.page < one.page && other.from > one.to);
}

/** From the last page on, nothing begins behind the first end of what follows. */
function isInOrder(places: readonly Place[]): boolean {
  const pages = [...Map.groupBy(places, ({ page }) => page)].sort(([a], [b]) => b - a);
  let end = Infinity;
  for (const [, some] of pages) {
    if (some.some(({ from }) => from > end)) return false;
    for (const { to } of some) end = Math.min(end, to);
  }
  return true;
}

const ORDER = (place: Place, other: Place) => ({
  ja: `${place.page}ページの行 ${place.from} は、${other.page}ページの行 ${other.from} と順序が合いません（文書「${place.document}」）。`,
  en: `Line ${place.from} on page ${place.page} does not fit line ${other.from} on page ${other.page} of “${place.document}”: pages and lines run the same way.`,
});
const ORDER_REPAIR = {
  ja: 'ページと行を文書で確かめてください。そこだけ別にページを数えていれば、page に「資料編 3」のように書きます。',
  en: 'Compare the page and the line with the document. Where it counts these pages by themselves, write “page” as it is called there, such as “annex 3”.',
};
