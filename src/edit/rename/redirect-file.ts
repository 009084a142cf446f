import type { Redirects } from '../../schema/redirects.ts';
import { parse } from 'yaml';
import { YamlText } from '../yaml/yaml-edit.ts';

type Redirect = Redirects['redirects'][number];

/** The file of redirects with more: those that led to the old id lead to the new, and one from the new id goes. */
export function addRedirects(stored: string | undefined, known: readonly Redirect[], added: readonly Redirect[]): string | undefined {
  const [first, ...more] = added;
  if (!first) return stored;
  const list = withRedirect(known, first);
  return addRedirects(written(stored, known, list), list, more);
}

function withRedirect(known: readonly Redirect[], added: Redirect): Redirect[] {
  const led = known.map((redirect) => moved(redirect, added));
  return [...led.filter((redirect) => !(isOfSame(redirect, added) && (redirect.from === added.to || redirect.from === redirect.to))), added];
}

/** What led to the old id, or to a place in the file of that name, leads to the new one. */
function moved(redirect: Redirect, added: Redirect): Redirect {
  if (added.kind === 'section' && redirect.in !== undefined) return { ...redirect, in: redirect.in.replace(new RegExp(`^(\\d{4}/)${added.from}$`), `$1${added.to}`) };
  return isOfSame(redirect, added) && redirect.to === added.from ? { ...redirect, to: added.to } : redirect;
}

function isOfSame(redirect: Redirect, added: Redirect): boolean {
  return redirect.kind === added.kind && redirect.in === added.in;
}

/** Edited in place where the entries stay and one is added; else written anew. */
function written(stored: string | undefined, known: readonly Redirect[], list: readonly Redirect[]): string {
  const added = list.at(-1);
  const stays = stored !== undefined && added && list.length === known.length + 1 && Array.isArray((parse(stored) as { redirects?: unknown } | null)?.redirects);
  if (!stays) return wholeFile(list);
  const yaml = new YamlText(stored);
  known.forEach((redirect, index) => {
    for (const key of ['in', 'to'] as const) {
      const now = list[index]?.[key];
      if (now !== undefined && now !== redirect[key]) yaml.set(['redirects', index, key], now);
    }
  });
  yaml.insert(['redirects'], known.length, { ...added });
  return yaml.text;
}

function wholeFile(list: readonly Redirect[]): string {
  const lines = list.map(({ kind, in: place, from, to }) => `  - kind: ${kind}\n${place === undefined ? '' : `    in: ${place}\n`}    from: ${from}\n    to: ${to}\n`);
  return `# yaml-language-server: $schema=./schema/redirects.json\nredirects:\n${lines.join('')}`;
}
