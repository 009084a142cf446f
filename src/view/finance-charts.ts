import type { PlannedChartSpec, WaterfallChartSpec } from '../charts/spec.ts';
import { tableOf } from '../charts/table.ts';
import { financeTables, quantityIn, rowsOf } from '../derive/finance.ts';
import type { CauseRow, FinanceRow } from '../derive/finance.ts';
import type { LoadedFinance } from '../load/report.ts';
import type { Name } from '../schema/text.ts';
import { isNear } from '../quantity/computed.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { marksOf, percentText, scaleOf } from './axis-scale.ts';
import type { AxisScale } from './axis-scale.ts';
import { stepRow, totalRow, unitAround, unitName, viewChart } from './chart-view.ts';
import type { ChartView } from './chart-view.ts';
import type { Edition } from './edition.ts';
import { shownMark } from './finance-tables.ts';
import { oncePerEdition } from './once.ts';

/** The charts of a year's money: on its page, and as files of their tables. */
export const viewFinanceCharts = oncePerEdition((edition: Edition, finance: LoadedFinance): ChartView[] =>
  causesChart(edition, finance) ?? []);

/** From the budget to the settlement by what made the difference; a cause with parts by its parts. */
function causesChart(edition: Edition, finance: LoadedFinance): ChartView[] | undefined {
  const total = totalWithCauses(finance);
  const [budget, settlement] = [quantityIn(total?.amounts.budget), quantityIn(total?.amounts.settlement)];
  if (!total || !budget || !settlement) return undefined;
  const steps = total.causes.flatMap((cause) => stepsOf(edition, cause));
  const scale = scaleOf(edition, [budget, settlement, ...steps.map(({ amount }) => amount)], finance.data.unit);
  const spec: Omit<WaterfallChartSpec, 'reading'> = {
    kind: 'waterfall', id: `chart-finance-${finance.year.slice(2)}-causes`, locale: edition.locale,
    title: edition.t('named', edition.t('budgetToSettlement'), edition.period(finance.year, 'total')),
    number: patternOf(edition, scale),
    rows: [
      totalRow(edition, edition.t('budget'), budget, scale),
      ...steps.map(({ mark, label, amount }) => stepRow(edition, mark === '' ? edition.pick(label) : `${mark} ${edition.pick(label)}`, amount, scale, -1)),
      totalRow(edition, edition.t('settlement'), settlement, scale),
    ],
  };
  const drawn = { ...spec, reading: readSteps(edition, total) };
  return [viewChart(edition, drawn, {
    unit: unitName(scale), source: edition.source(total.source), table: tableOf(drawn, edition.say),
    notes: reaches(budget, steps.map(({ amount }) => amount), settlement) ? [] : [edition.t('waterfallRounding')],
  })];
}

/** Budget and settlement as they are printed, and the largest cause: of causes as the document counts them, not of their parts. */
function readSteps(edition: Edition, { amounts, causes }: FinanceRow): string {
  const [largest] = causes
    .flatMap(({ definition, amount }) => {
      const size = quantityIn(amount);
      return size ? [{ name: edition.pick(definition.label), size }] : [];
    })
    .sort((a, b) => new Decimal(b.size.value).cmp(a.size.value));
  const [budget = '', settlement = ''] = [amounts.budget, amounts.settlement].map((amount) => (amount ? edition.figure(amount.figure) : ''));
  const whole = edition.t('stepsReading', budget, settlement);
  return largest ? `${whole}${edition.t('sentenceGap')}${edition.t('largestStep', largest.name, edition.quantity(largest.size))}` : whole;
}

/** The total of the first breakdown that tells the causes in amounts. */
function totalWithCauses(finance: LoadedFinance): FinanceRow | undefined {
  return financeTables(finance).flatMap(({ kind, roots }) => (kind === 'breakdown' ? roots : []))
    .find(({ causes }) => causes.some(({ amount }) => amount));
}

interface Step {
  readonly label: Name;
  /** ③（ア）, in the words of the edition. */
  readonly mark: string;
  readonly amount: Quantity;
}

function stepsOf(edition: Edition, { definition: { mark: printed, label }, amount: own, parts }: CauseRow): Step[] {
  const mark = shownMark(edition, printed) ?? '';
  const below = parts.flatMap((part) => stepsOf(edition, part)).map((step) => ({ ...step, mark: mark + step.mark }));
  const amount = quantityIn(own);
  return below.length > 0 ? below : amount ? [{ label, mark, amount }] : [];
}

function reaches(budget: Quantity, steps: readonly Quantity[], settlement: Quantity): boolean {
  const spent = steps.reduce((sum, step) => sum.minus(step.value), new Decimal(budget.value));
  return spent.eq(settlement.value);
}

/** Budget and settlement of every year, with the share that was spent; undefined with a single year. */
export function spendingChart(edition: Edition): ChartView | undefined {
  const { finances } = edition.model.report;
  const totals = finances.flatMap((finance) => {
    const [table] = financeTables(finance);
    const [root] = table ? rowsOf(table) : [];
    const [budget, settlement] = [quantityIn(root?.amounts.budget), quantityIn(root?.amounts.settlement)];
    return root && budget && settlement && hasBudget(budget) ? [{ finance, root, budget, settlement }] : [];
  });
  const [first, last] = [totals[0], totals.at(-1)];
  if (!first || !last || totals.length < 2) return undefined;
  const scale = scaleOf(edition, totals.flatMap(({ budget, settlement }) => [budget, settlement]), first.finance.data.unit);
  const value = (quantity: Quantity) => new Decimal(quantity.value).div(scale.divisor).toFixed();
  const spec: PlannedChartSpec = {
    kind: 'planned', id: 'chart-finance-years', locale: edition.locale,
    title: edition.t('budgetAndSettlement'),
    reading: edition.t('spentReading', edition.period(last.finance.year, 'total'), edition.quantity(last.budget), edition.quantity(last.settlement), spent(edition, last)),
    names: { plan: edition.t('budget'), actual: edition.t('settlement') },
    number: { decimals: scale.decimals, ...marksOf(edition) },
    rows: totals.map((each) => ({
      label: edition.capitalise(edition.period(each.finance.year, 'total')),
      plan: value(each.budget), actual: value(each.settlement),
      printed: { plan: edition.quantity(each.budget), actual: edition.quantity(each.settlement) },
      achievement: edition.t('spentShare', spent(edition, each)),
    })),
  };
  const sources = new Set(totals.map(({ root }) => edition.source(root.source)));
  return viewChart(edition, spec, {
    unit: unitName(scale), source: [...sources].join(edition.t('clauseGap')), notes: [],
    table: {
      head: [edition.t('period'), spec.names.plan, spec.names.actual, edition.t('executionRate')],
      rows: spec.rows.map(({ label, printed, achievement }) => ({ label, cells: [printed?.plan ?? '', printed?.actual ?? '', achievement ?? ''] })),
    },
  });
}

/** Of no budget nothing can be a share. */
export function hasBudget({ value }: Quantity): boolean {
  return !new Decimal(value).isZero();
}

/** Percent of the budget that was spent, one decimal. */
export function spent(edition: Edition, { budget, settlement }: { readonly budget: Quantity; readonly settlement: Quantity }): string {
  const share = percentText(edition, new Decimal(settlement.value).div(budget.value).times(100).toFixed(1, Decimal.ROUND_HALF_UP));
  return isNear(budget) || isNear(settlement) ? edition.about(share) : share;
}

function patternOf(edition: Edition, scale: AxisScale): WaterfallChartSpec['number'] {
  return { decimals: scale.decimals, minus: edition.style.numbers.minus, ...marksOf(edition), ...unitAround(edition, unitName(scale)) };
}

/** Every chart about money, for the files of their tables. */
export function allFinanceCharts(edition: Edition): ChartView[] {
  return [...edition.model.report.finances.flatMap((finance) => viewFinanceCharts(edition, finance)), spendingChart(edition) ?? []].flat();
}

