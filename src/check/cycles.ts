import type { Problem } from '../diagnostics/problem.ts';
import type { LoadedText, Report } from '../load/report.ts';
import { problem } from './problem.ts';

/** What would be computed from itself: at once, which can never be meant, or by way of others. */
export function checkCycles(report: Report): Problem[] {
  const { indicators, sections, midTerms } = report;
  const inputs = new Map([...indicators].map(([id, { data }]) => [id, data.formula?.of ?? []]));
  return [
    ...cyclesIn(inputs).flatMap(({ ids, index }) => tell(indicators.get(ids.at(-1) ?? '')?.file ?? '', ['formula', 'of', index], ids)),
    ...[...indicators.values()].flatMap(({ file, data: { id, shareOf } }) => (shareOf?.part === id ? tell(file, ['shareOf', 'part'], [id]) : [])),
    ...[...sections, ...midTerms].flatMap(checkFigures),
  ];
}

/** Figures that stand in the text of one file. */
function checkFigures({ file, figures }: LoadedText): Problem[] {
  const inputs = new Map([...figures].map(([id, { data }]) => [id, data.of ?? []]));
  return cyclesIn(inputs).flatMap(({ ids, index }) => tell(file, ['figures', figures.get(ids.at(-1) ?? '')?.index ?? 0, 'of', index], ids));
}

/** a ← b ← c ← a: the input of that number of the last leads back to the first. */
interface Cycle {
  readonly ids: readonly string[];
  readonly index: number;
}

/** Each chain is followed once, however long it is: without a stack of calls, which thousands would exhaust. */
function cyclesIn(inputs: ReadonlyMap<string, readonly string[]>): Cycle[] {
  const found: Cycle[] = [];
  const done = new Set<string>();
  for (const start of inputs.keys()) {
    const chain: { readonly id: string; next: number }[] = [];
    const open = new Map<string, number>();
    const enter = (id: string) => {
      open.set(id, chain.length);
      chain.push({ id, next: 0 });
    };
    if (!done.has(start)) enter(start);
    for (let here = chain.at(-1); here; here = chain.at(-1)) {
      const index = here.next++;
      const id = inputs.get(here.id)?.[index];
      if (id === undefined) {
        open.delete(here.id);
        done.add(here.id);
        chain.pop();
      } else if (open.has(id)) found.push({ ids: chain.slice(open.get(id)).map((each) => each.id), index });
      else if (!done.has(id) && inputs.has(id)) enter(id);
    }
  }
  return found;
}

function tell(file: string, path: Problem['path'], ids: readonly string[]): Problem[] {
  const id = ids.at(-1) ?? '';
  return [ids.length === 1 ? problem('computed-from-itself', file, path, ITSELF(id), REPAIR) : problem('computed-from-itself', file, path, ROUND(id, wayOf(ids)), REPAIR_ROUND, 'warning')];
}

/** a → b → c → a; of a long way the first steps. */
function wayOf(ids: readonly string[]): string {
  const steps = ids.length > MOST_STEPS ? [...ids.slice(0, MOST_STEPS), '…'] : ids;
  return [...steps, ids[0]].join(' → ');
}

const MOST_STEPS = 5;

const ITSELF = (id: string) => ({
  ja: `「${id}」を計算する入力に、「${id}」自身があります。`,
  en: `“${id}” is among the inputs that it is computed from.`,
});
const ROUND = (id: string, way: string) => ({
  ja: `「${id}」の計算をたどると、自分に戻ります: ${way}。`,
  en: `“${id}” is computed from what is computed from it: ${way}.`,
});
const REPAIR = { ja: '別の id に直すか、消してください。', en: 'Mend the id, or remove it.' };
const REPAIR_ROUND = { ja: '計算は、どちらか一方にだけ書いてください。', en: 'Let only one of them say how it is computed.' };
