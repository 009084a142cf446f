import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { HtmlFile, Tag } from './html.ts';

/** Links and files that a page asks for, as written: `/ja/targets/`, `#main`, `https://…`. */
export function references({ tags }: HtmlFile): { tag: Tag; target: string }[] {
  return tags.flatMap((tag) => ['href', 'src', 'srcset', 'poster', 'action'].flatMap((name) => {
    const target = tag.attributes.get(name);
    return target === undefined ? [] : [{ tag, target }];
  }));
}

/** Links inside the site that lead nowhere: no such file below the base, or no such place in the page. */
export function brokenLinks(files: readonly HtmlFile[], dist: string, base: string): string[] {
  const ids = new Map(files.map(({ path, tags }) => [path, new Set(tags.flatMap(({ attributes }) => attributes.get('id') ?? []))]));
  return files.flatMap((file) => references(file).flatMap(({ target }) => {
    const url = new URL(target, `https://site.example${base}${file.path.slice(1)}`);
    if (url.hostname !== 'site.example') return [];
    const problem = lookUp(decodeURIComponent(url.pathname), decodeURIComponent(url.hash.slice(1)));
    return problem === undefined ? [] : [`${file.path}: ${target}: ${problem}`];
  }));

  function lookUp(path: string, hash: string): string | undefined {
    if (!path.startsWith(base)) return `outside ${base}`;
    const inside = path.slice(base.length);
    const found = join(dist, inside.endsWith('/') || inside === '' ? `${inside}index.html` : inside);
    if (!existsSync(found) || !statSync(found).isFile()) return 'no such file';
    return hash !== '' && !ids.get(`/${inside}`)?.has(hash) ? 'no such place' : undefined;
  }
}
