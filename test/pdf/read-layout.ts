import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text on a page; points from the page's lower left corner. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface Line {
  readonly text: string;
  readonly y: number;
  /** Of its largest letters, in points. */
  readonly size: number;
}

export interface PageLayout {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** Running head and foot, and the lines between them from top to bottom. */
  readonly head: string;
  readonly headLines: number;
  readonly foot: string;
  readonly lines: readonly Line[];
}

/** Where the head ends and the foot begins, from the page's edges; the text keeps 20 mm or more. */
const HEAD = 56;
const FOOT = 56;

/** What stands where on each page. */
export async function readLayout(pdf: PDFDocumentProxy): Promise<PageLayout[]> {
  const pages: PageLayout[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const runs = items.flatMap((item): Run[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size, x, y] = item.transform as [number, number, number, number, number, number];
      return [{ text: item.str, x, y, width: item.width, size }];
    });
    const between = (from: number, to: number) => runs.filter(({ y }) => y >= from && y < to);
    pages.push({
      number, width, height, runs,
      head: textOf(between(height - HEAD, height)), headLines: joinLines(between(height - HEAD, height)).length, foot: textOf(between(0, FOOT)),
      lines: joinLines(between(FOOT, height - HEAD)),
    });
  }
  return pages;
}

function joinLines(runs: readonly Run[]): Line[] {
  const byHeight = Map.groupBy(runs, ({ y }) => Math.round(y / 2));
  return [...byHeight.values()]
    .map((line) => ({ text: textOf(line), y: line[0]!.y, size: Math.max(...line.map(({ size }) => size)) }))
    .sort((a, b) => b.y - a.y);
}

function textOf(runs: readonly Run[]): string {
  return [...runs].sort((a, b) => a.x - b.x).map(({ text }) => text).join('');
}

/** The text under each link that leads to a page of the document, run by run, and its target. */
export async function readLinkTexts(pdf: PDFDocumentProxy, layout: readonly PageLayout[]) {
  const links = new Map<string, { from: number; to: number; name: string; texts: string[] }>();
  for (const { number, runs } of layout) {
    for (const { dest, rect } of await (await pdf.getPage(number)).getAnnotations()) {
      if (typeof dest !== 'string') continue;
      const target = await pdf.getDestination(dest);
      const to = (await pdf.getPageIndex(target![0])) + 1;
      const key = `${number} ${dest}`;
      const before = links.get(key)?.texts ?? [];
      const inside = runs.filter((run) => isInside(run, rect as Box)).map(({ text }) => text);
      links.set(key, { from: number, to, name: decodeURIComponent(dest), texts: [...before, ...inside] });
    }
  }
  return [...links.values()];
}

type Box = readonly [left: number, bottom: number, right: number, top: number];

function isInside({ x, y, width, size }: Run, [left, bottom, right, top]: Box): boolean {
  const middle = x + width / 2;
  const height = y + size / 3;
  return middle > left && middle < right && height > bottom && height < top;
}

/**
 * The single signs that stand on a line of their own below another line with the same left edge: `月）` with its closing
 * bracket, `と。` with its full stop.
 */
export function loneSigns({ runs }: PageLayout): string[] {
  const lines = [...Map.groupBy(runs, ({ y, size }) => `${y.toFixed(1)} ${size.toFixed(1)}`).values()];
  return lines.flatMap((line) => inColumns([...line].sort((a, b) => a.x - b.x))).flatMap((column) => {
    const [first] = column;
    const text = column.map((run) => run.text).join('').trim();
    if (!first || !/^[\u3041-\u30ff\u3400-\u9fff][。、」）]?$/.test(text)) return [];
    const above = runs.find(({ x, y, size }) =>
      Math.abs(size - first.size) < 0.1 && Math.abs(x - first.x) < 1 && y - first.y > size && y - first.y < size * 2.1);
    return above ? [`${above.text} / ${text}`] : [];
  });
}

/** Words of one line that stand apart. */
function inColumns(line: readonly Run[]): Run[][] {
  const columns: Run[][] = [];
  for (const run of line) {
    const last = columns.at(-1)?.at(-1);
    if (last && run.x - last.x - last.width < run.size * 1.2) columns.at(-1)!.push(run);
    else columns.push([run]);
  }
  return columns;
}
