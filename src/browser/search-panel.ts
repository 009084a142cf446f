import { holds, tokens } from '../search/tokens.ts';
import { showResult } from './search-result.ts';
import type { Found } from './search-result.ts';

/** What is used of the search engine’s own module. */
interface Engine {
  options(options: { baseUrl: string }): Promise<void>;
  mergeIndex(folder: string, options: { baseUrl: string }): Promise<void>;
  debouncedSearch(query: string, options: object, wait: number): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}

const SHOWN = 10;
const WAIT_MS = 120;

/** Makes a panel answer: types, kinds, results, keys. The query stands in the address of the search’s own page. */
export function startSearch(panel: HTMLElement): void {
  const part = <T extends Element>(selector: string) => panel.querySelector<T>(selector)!;
  const form = part<HTMLFormElement>('form');
  const input = part<HTMLInputElement>('input');
  const status = part<HTMLElement>('.search-status');
  const list = part<HTMLOListElement>('.search-results');
  const more = part<HTMLButtonElement>('.search-more');
  const kinds = [...panel.querySelectorAll<HTMLButtonElement>('[data-kind]')];
  const words = JSON.parse(panel.dataset['words'] ?? '{}') as Readonly<Record<string, string>>;
  const ownsAddress = !panel.closest('dialog');
  let engine: Promise<Engine> | undefined;
  let kind = '';
  let waiting: { data(): Promise<Found> }[] = [];
  let round = 0;

  const load = () => (engine ??= loadEngine(panel.dataset['index'] ?? ''));
  const say = (key: string, value: string | number = '') => (status.textContent = (words[key] ?? '').replace('{0}', () => String(value)));

  async function search(): Promise<void> {
    const text = input.value.trim();
    const query = tokens(text, false);
    const mine = ++round;
    if (ownsAddress) history.replaceState(null, '', text === '' ? location.pathname : `?q=${encodeURIComponent(text)}`);
    if (query === '') {
      status.textContent = '';
      show([], mine, query);
      return;
    }
    try {
      const found = await (await load()).debouncedSearch(query, kind === '' ? {} : { filters: { kind } }, WAIT_MS);
      if (!found || mine !== round) return;
      const results = await Promise.all(found.results.slice(0, 200).map((result) => result.data()));
      if (mine !== round) return;
      const real = byTitle(results.filter(({ content }) => holds(content, query)), text);
      if (real.length === 0) say('searchNone', text);
      else say(real.length === 1 ? 'searchOne' : 'searchCount', real.length);
      show(real.map((data) => ({ data: async () => data })), mine, text);
    } catch {
      engine = undefined;
      say('searchFailed');
    }
  }

  function show(results: typeof waiting, mine: number, text: string): void {
    list.replaceChildren();
    waiting = results;
    void showMore(mine, text);
  }

  async function showMore(mine: number, text: string): Promise<HTMLElement | undefined> {
    const next = await Promise.all(waiting.slice(0, SHOWN).map((result) => result.data()));
    if (mine !== round) return undefined;
    waiting = waiting.slice(SHOWN);
    more.hidden = waiting.length === 0;
    const items = next.map((found) => showResult(found, words, text));
    list.append(...items);
    return items[0]?.querySelector('a') ?? undefined;
  }

  input.addEventListener('input', () => void search());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.focus();
  });
  more.addEventListener('click', () => void showMore(round, input.value.trim()).then((first) => first?.focus()));
  for (const button of kinds) {
    button.addEventListener('click', () => {
      kind = button.dataset['kind'] ?? '';
      for (const each of kinds) each.setAttribute('aria-pressed', String(each === button));
      void search();
    });
  }
  panel.addEventListener('keydown', (event) => move(event, input, list));

  void load().catch(() => undefined);
  const asked = ownsAddress ? new URLSearchParams(location.search).get('q') : null;
  if (asked) input.value = asked;
  if (input.value !== '') void search();
}

/** A large index is in parts. */
async function loadEngine(index: string): Promise<Engine> {
  const [engine, parts] = await Promise.all([
    import(/* @vite-ignore */ `${index}pagefind.js`) as Promise<Engine>,
    fetch(`${index}parts.json`).then((response) => response.json() as Promise<readonly string[]>),
  ]);
  const place = { baseUrl: '/' };
  await engine.options(place);
  await Promise.all(parts.map((part) => engine.mergeIndex(index + part, place)));
  return engine;
}

/** What is called as was asked comes first, then what has it in its name, each with indicators, then targets, before the rest; else as the engine weighs it. */
function byTitle(results: readonly Found[], text: string): Found[] {
  const asked = text.toLowerCase();
  const rank = ({ meta }: Found) => {
    const title = meta['title']?.toLowerCase() ?? '';
    const kind = ['indicator', 'target'].indexOf(meta['kind'] ?? '');
    return (title === asked ? 0 : title.includes(asked) ? 3 : 6) + (title.includes(asked) && kind >= 0 ? kind : 2);
  };
  return [...results].sort((a, b) => rank(a) - rank(b));
}

/** Up and down through the results and back to the words. */
function move(event: KeyboardEvent, input: HTMLInputElement, list: HTMLOListElement): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...list.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (at < 0 && (document.activeElement !== input || event.key === 'ArrowUp')) return;
  event.preventDefault();
  const next = at + (event.key === 'ArrowDown' ? 1 : -1);
  (next < 0 ? input : links[Math.min(next, links.length - 1)])?.focus();
}
