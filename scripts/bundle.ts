import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { SiteAddress } from '../src/load/site-address.ts';
import { finishPage } from '../src/site/finish-page.ts';
import { withPolicy } from '../src/site/policy.ts';

/** The pages as Astro has bundled them, in a folder. */
export interface Bundle extends Known {
  readonly folder: string;
}

/** What Astro knows of the pages and who renders them has to be told. */
export interface Known {
  /** The module that renders them: its name in their folder. */
  readonly entry: string;
  /** The styles of each page, by its key. */
  readonly styles: ReadonlyMap<string, unknown>;
}

export interface Page {
  readonly url: string;
  /** Where it is written, relative to the site: ja/targets/index.html. */
  readonly file: string;
  /** The route that makes it: of several, the first. */
  readonly route: string;
  readonly component: string;
  /** One of few of its kind: about the whole of something, not about one thing of many. */
  readonly isLarge: boolean;
}

/** More pages of one kind are about things of which there are many. */
const FEW = 24;

export interface Rendered {
  readonly content: string;
  /** Not a file beside the pages. */
  readonly isPage: boolean;
}

interface Route {
  readonly route: string;
  readonly component: string;
  readonly type: string;
}

/** The part of Astro's own application that is used here: see `createDefaultPrerenderer` in astro/dist/core/build. */
interface Application {
  readonly manifest: { readonly routes: readonly { readonly routeData: Route }[] };
  setInternals(internals: object): void;
  setOptions(options: object): void;
  render(request: Request, options: { readonly routeData: Route }): Promise<Response>;
}

let application: Application | undefined;

/** Takes the pages into this process; then they can be asked for. */
export async function openBundle({ folder, entry, styles }: Bundle): Promise<void> {
  const { app } = (await import(pathToFileURL(join(folder, entry)).href)) as { app: Application };
  app.setInternals({ pagesByKeys: new Map([...styles].map(([key, each]) => [key, { styles: each }])) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: tell } } } });
  application = app;
}

/** Every page of the site. */
export async function findPages({ url, base }: SiteAddress): Promise<Page[]> {
  const paths = await new StaticPaths(opened() as never).getAll();
  const pages = new Map<string, Omit<Page, 'isLarge'>>();
  const count = new Map<string, number>();
  for (const { pathname, route: { route, component, type } } of paths) {
    const address = pathname.replace(/^\/+|\/+$/g, '');
    const place = new URL(base + (address === '' || type === 'endpoint' ? address : `${address}/`), url);
    const page = { url: place.href, file: fileOf(decodeURI(place.pathname).slice(base.length)), route, component };
    if (pages.has(page.file)) continue;
    pages.set(page.file, page);
    count.set(component, (count.get(component) ?? 0) + 1);
  }
  return [...pages.values()].map((page) => ({ ...page, isLarge: count.get(page.component)! <= FEW }));
}

export async function renderPage({ url, route, component }: Page): Promise<Rendered> {
  const routeData = opened().manifest.routes.map((each) => each.routeData).find((each) => each.route === route && each.component === component);
  if (!routeData) throw new RangeError(route);
  const response = await opened().render(new Request(url), { routeData });
  const content = await response.text();
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  return { content: isPage ? withPolicy(finishPage(content, new URL(url).pathname)) : content, isPage };
}

function opened(): Application {
  if (!application) throw new RangeError('no bundle');
  return application;
}

/** ja/targets/ → ja/targets/index.html; the page for addresses that there are not has a name of its own, which hosts know. */
function fileOf(address: string): string {
  if (address === '404/') return '404.html';
  return address === '' || address.endsWith('/') ? `${address}index.html` : address;
}

function tell({ level, message }: { readonly level: string; readonly message: string }): void {
  if (level === 'warn' || level === 'error') console.error(message);
}
