import { MOST_COMPARED, compareSeries, readIds, writeIds } from '../charts/comparison.ts';
import type { Compared, ComparableSeries } from '../charts/comparison.ts';
import { widthsOf, writeLiveData } from '../charts/live-data.ts';
import { layoutOf } from '../charts/scenes.ts';
import type { LineChartSpec } from '../charts/spec.ts';
import type { Variant } from '../charts/theme.ts';
import type { ChartStrings } from '../i18n/chart-strings.ts';

/** Up to four indicators of one unit, in one chart and one table. The address holds which: it is what is shared. */
interface Words {
  readonly none: string;
  readonly remove: string;
  readonly leftOut: string;
  readonly failed: string;
  readonly years: string;
  readonly months: string;
  readonly period: string;
  readonly reading: string;
  readonly listGap: string;
  readonly named: string;
  readonly charts: ChartStrings;
}

const form = document.querySelector<HTMLFormElement>('#compare');
if (form) start(form);

function start(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset['words'] ?? '{}') as Words;
  // An address that was shared before an indicator got another id still compares it.
  const renamed = JSON.parse(form.dataset['renamed'] ?? '{}') as Record<string, string>;
  const chosen = () => readIds(location.search, renamed);
  const locale = document.documentElement.lang;
  const select = form.querySelector('select') as HTMLSelectElement;
  const status = form.querySelector('[role="status"]') as HTMLElement;
  const list = form.querySelector('.chosen') as HTMLUListElement;
  const place = document.querySelector('#compared') as HTMLElement;
  const loaded = new Map<string, Promise<ComparableSeries>>();
  let turn = 0;

  const load = (id: string): Promise<ComparableSeries> => {
    const series = loaded.get(id) ?? fetchSeries(`${form.dataset['series']}${id}.json`);
    loaded.set(id, series);
    return series;
  };

  async function show(message = ''): Promise<void> {
    const mine = ++turn;
    const given = chosen();
    const ids = comparable(given);
    const series = await Promise.all(ids.map(load)).catch(() => undefined);
    if (mine !== turn) return;
    if (!series) {
      loaded.clear();
      status.textContent = words.failed;
      return;
    }
    const text = ids.length < given.length ? words.leftOut : message;
    status.textContent = series.length === 0 ? [text, words.none].filter(Boolean).join(' ') : text;
    list.replaceChildren(...series.map((each) => chosenItem(each)));
    offer(series);
    place.replaceChildren(...draw(series));
    if (place.firstChild) await bringToLife(place);
  }

  /** Of one unit, that of the first; known; not too many. */
  function comparable(ids: readonly string[]): string[] {
    const known = ids.filter((id) => unitOf(id) !== undefined);
    return known.filter((id) => unitOf(id) === unitOf(known[0] ?? '')).slice(0, MOST_COMPARED);
  }

  function unitOf(id: string): string | undefined {
    return [...select.options].find(({ value }) => value !== '' && value === id)?.dataset['unit'];
  }

  /** Only what can be added may be chosen. */
  function offer(series: readonly ComparableSeries[]): void {
    const [first] = series;
    select.disabled = series.length >= MOST_COMPARED;
    for (const option of select.options) {
      if (option.value === '') continue;
      option.hidden = (first !== undefined && option.dataset['unit'] !== first.unit) || series.some(({ id }) => id === option.value);
      option.disabled = option.hidden;
    }
    for (const group of select.querySelectorAll('optgroup')) group.hidden = [...group.querySelectorAll('option')].every(({ hidden }) => hidden);
    select.value = '';
  }

  function chosenItem({ id, name, href }: ComparableSeries): HTMLLIElement {
    const item = document.createElement('li');
    const link = document.createElement('a');
    const button = document.createElement('button');
    link.href = href;
    link.textContent = name;
    button.type = 'button';
    button.textContent = '×';
    button.ariaLabel = words.remove.replace('{0}', () => name);
    button.addEventListener('click', () => {
      go(comparable(chosen()).filter((each) => each !== id));
      select.focus();
    });
    item.append(link, button);
    return item;
  }

  function draw(series: readonly ComparableSeries[]): HTMLElement[] {
    return (['years', 'months'] as const).flatMap((which) => {
      const title = words.named.replace('{1}', () => words[which]).replace('{0}', () => series.map(({ name }) => name).join(words.listGap));
      const reading = words.reading.replace('{0}', () => title);
      const compared = compareSeries(which, series, locale, { title, reading });
      return compared ? [figureOf(compared, series, words[which], words)] : [];
    });
  }

  function go(ids: readonly string[]): void {
    history.pushState(null, '', `${location.pathname}${writeIds(ids)}${location.hash}`);
    void show();
  }

  select.addEventListener('change', () => {
    if (select.value !== '') go([...comparable(chosen()), select.value]);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', () => void show());
  followLanguage();
  void show();
}

async function fetchSeries(url: string): Promise<ComparableSeries> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return (await response.json()) as ComparableSeries;
}

/** The other language compares the same. */
function followLanguage(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.language')) {
    link.addEventListener('click', () => {
      link.search = location.search;
    });
  }
}

function figureOf({ spec, rows, chartRows }: Compared, series: readonly ComparableSeries[], heading: string, words: Words): HTMLElement {
  const section = document.createElement('section');
  const title = document.createElement('h2');
  title.textContent = heading;
  const figure = document.createElement('figure');
  figure.className = 'chart-figure';
  const stage = document.createElement('div');
  stage.className = 'chart';
  stage.append(roomFor(spec, 'wide'), roomFor(spec, 'narrow'));
  Object.assign(stage, { tabIndex: 0, role: 'application', ariaLabel: spec.title, ariaRoleDescription: words.charts.role });
  const data = document.createElement('script');
  data.type = 'application/json';
  data.className = 'chart-data';
  data.textContent = writeLiveData({ spec, widths: widthsOf(spec, measure), rows: chartRows, words: words.charts });
  const toggles = document.createElement('div');
  if (series.length > 1) toggles.className = 'chart-toggles';
  const hint = document.createElement('p');
  hint.className = 'chart-hint';
  hint.id = `${spec.id}-hint`;
  hint.textContent = words.charts.hint;
  stage.setAttribute('aria-describedby', hint.id);
  figure.append(stage, data, toggles, hint);
  section.append(title, figure, tableOf(rows, series, heading, words.period));
  return section;
}

/** An empty picture of the drawing's size: the live chart lies over it. */
function roomFor(spec: LineChartSpec, variant: Variant): SVGSVGElement {
  const { width, height } = layoutOf(spec, variant);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('class', `chart-${variant}`);
  svg.setAttribute('aria-hidden', 'true');
  return svg;
}

const ruler = document.createElement('canvas').getContext('2d');

/** Px of a text in the typeface of the page. */
function measure(text: string, size: number, isBold: boolean): number {
  if (!ruler) return text.length * size;
  ruler.font = `${isBold ? 'bold ' : ''}100px ${getComputedStyle(document.body).fontFamily}`;
  return (ruler.measureText(text).width / 100) * size;
}

function tableOf(rows: Compared['rows'], series: readonly ComparableSeries[], heading: string, period: string): HTMLElement {
  const table = document.createElement('table');
  table.className = 'series';
  const caption = table.createCaption();
  caption.className = 'visually-hidden';
  caption.textContent = heading;
  const head = table.createTHead().insertRow();
  for (const text of [period, ...series.map(({ name }) => name)]) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = text;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const { label, cells } of rows) {
    const row = body.insertRow();
    const cell = document.createElement('th');
    cell.scope = 'row';
    cell.textContent = label;
    row.append(cell);
    for (const text of cells) {
      const figure = row.insertCell();
      figure.className = 'num';
      figure.textContent = text === '' ? '\u00a0' : text;
    }
  }
  const scroll = document.createElement('div');
  scroll.className = 'scroll';
  Object.assign(scroll, { tabIndex: 0, role: 'region', ariaLabel: heading });
  scroll.append(table);
  return scroll;
}

async function bringToLife(place: HTMLElement): Promise<void> {
  const { wake } = await import('./live-chart.ts');
  for (const stage of place.querySelectorAll<HTMLElement>('.chart')) {
    wake(stage, new Event('focus'));
    // There is no picture below to go back to: Escape only takes the mark away.
    stage.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopImmediatePropagation();
      stage.dispatchEvent(new Event('blur'));
    }, { capture: true });
  }
}
