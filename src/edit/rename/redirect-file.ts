import type { Redirects } from '../../schema/redirects.ts';
import { parse } from 'yaml';
import { YamlText } from '../yaml/yaml-edit.ts';

type Redirect = Redirects['redirects'][number];

/** The file of redirects with one more: those that led to the old id lead to the new, and one from the new id goes. */
export function addRedirect(stored: string | undefined, known: readonly Redirect[], added: Redirect): string {
  const same = (redirect: Redirect) => redirect.kind === added.kind;
  const goes = known.some((redirect) => same(redirect) && redirect.from === added.to);
  const led = known.map((redirect) => (same(redirect) && redirect.to === added.from ? { ...redirect, to: added.to } : redirect));
  const list = [...led.filter((redirect) => !(same(redirect) && (redirect.from === added.to || redirect.from === redirect.to))), added];
  if (stored === undefined || goes || !Array.isArray((parse(stored) as { redirects?: unknown } | null)?.redirects)) return wholeFile(list);
  const yaml = new YamlText(stored);
  led.forEach((redirect, index) => {
    if (redirect.to !== known[index]?.to) yaml.set(['redirects', index, 'to'], redirect.to);
  });
  yaml.insert(['redirects'], known.length, { ...added });
  return yaml.text;
}

function wholeFile(list: readonly Redirect[]): string {
  const lines = list.map(({ kind, from, to }) => `  - kind: ${kind}\n    from: ${from}\n    to: ${to}\n`);
  return `# yaml-language-server: $schema=./schema/redirects.json\nredirects:\n${lines.join('')}`;
}
