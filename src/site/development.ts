import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ErrorPayload, HotPayload, Plugin, ViteDevServer } from 'vite';
import { checkData } from '../check/check.ts';
import { openFiles } from '../export/files.ts';
import { Typefaces } from '../fonts/faces.ts';
import { roomScript } from '../fonts/room-script.ts';
import { wholeShares } from '../fonts/shares.ts';
import type { Share } from '../fonts/shares.ts';
import { facesCss, paperCss, screenCss } from '../fonts/stylesheets.ts';
import { readDataFiles } from '../load/files.ts';
import { readSiteAddress, readSiteTags } from '../load/site-address.ts';
import { readOwnTypefaces } from '../load/typefaces.ts';
import type { Locale } from '../locale.ts';
import { editionsOf } from '../view/editions.ts';

/** Shows an edited YAML or Markdown file in the open page at once. */
export function reloadOnData(root: string): Plugin {
  const folders = ['data', 'content'].map((folder) => join(root, folder));
  return {
    name: 'nenpo-reload-on-data',
    apply: 'serve',
    configureServer(server) {
      keepError(server);
      let isAsked = true;
      const reload = () => {
        isAsked = false;
        server.hot.send(RELOAD);
      };
      // A page that was asked for before a change, and is there only now, was not reached by it.
      server.environments.client.hot.on('vite:client:connect', (_, client) => isAsked || client.send(RELOAD));
      const reloadFor = (file: string) => {
        // What is written beside a file, to take its place.
        if (basename(file).startsWith('.')) return;
        if (folders.some((folder) => file.startsWith(folder))) reload();
      };
      server.watcher.on('change', reloadFor).on('add', reloadFor).on('unlink', reloadFor);
      server.watcher.add(folders);
      lookUntilWatched(server, folders, reload);
      let requests = 0;
      // What is wrong with the data is told in the language of the page that was asked for.
      server.middlewares.use((request, _, next) => {
        process.env['NENPO_REQUEST'] = String(++requests);
        const language = /\/([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\/(?:[^?]*\/)?(?:\?|$)/.exec(request.url ?? '')?.[1];
        const isPage = request.headers.accept?.includes('text/html');
        if (isPage) isAsked = true;
        if (language !== undefined && isPage) process.env['NENPO_PAGE_LANGUAGE'] = language;
        next();
      });
    },
  };
}

const RELOAD = { type: 'full-reload' } as const;

/** The watcher comes to hundreds of files one after the other, and sees no change of one before: until then we look ourselves. */
function lookUntilWatched({ watcher }: ViteDevServer, folders: readonly string[], onChange: () => void): void {
  let known = stateOf(folders);
  let looks = 0;
  const look = (): void => {
    const isWatched = listsAll(watcher.getWatched(), folders);
    const now = stateOf(folders);
    if (now !== known) onChange();
    known = now;
    if (!isWatched && ++looks < MOST_LOOKS) setTimeout(look, LOOK_MS).unref();
  };
  setTimeout(look, LOOK_MS).unref();
}

const LOOK_MS = 100;
/** A file that is never watched, such as one that cannot be read, is not waited for. */
const MOST_LOOKS = 100;

function listsAll(watched: Readonly<Record<string, readonly string[]>>, folders: readonly string[]): boolean {
  const names = new Map(Object.entries(watched).map(([folder, files]) => [folder, new Set(files)]));
  return folders.flatMap(listFiles).every((file) => names.get(dirname(file))?.has(basename(file)));
}

/** The files of some folders with their times and sizes: what another state has changed. */
function stateOf(folders: readonly string[]): string {
  return folders.flatMap((folder) => listFiles(folder).map((file) => {
    const { mtimeMs = 0, size = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {};
    return `${file} ${mtimeMs} ${size}`;
  })).sort().join('\n');
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
  } catch {
    return [];
  }
}

/**
 * What is wrong is sent to the pages that are open; one that is opened or loaded again while it stands would stay blank, and
 * is told it when it comes. What was wrong with the data before they were mended is not told any more.
 */
function keepError({ environments: { client: { hot } } }: ViteDevServer): void {
  let standing: ErrorPayload | undefined;
  const send = hot.send.bind(hot) as (...payload: readonly unknown[]) => void;
  hot.send = (...payload: readonly unknown[]) => {
    const [message] = payload as readonly [HotPayload | string];
    if (typeof message === 'object' && message.type === 'error') {
      if (isMended(message)) return;
      standing = message;
    }
    if (typeof message === 'object' && (message.type === 'full-reload' || message.type === 'update')) standing = undefined;
    send(...payload);
  };
  hot.on('vite:client:connect', (_, client) => {
    if (standing && !isMended(standing)) client.send(standing);
  });
}

/** What is wrong with the data has no stack: the box for it is left out, as it would be empty. */
export function overlayWithoutStack(): Plugin {
  return {
    name: 'nenpo-overlay-without-stack',
    apply: 'serve',
    enforce: 'post',
    transform: (code, id) => (id.endsWith('/vite/dist/client/client.mjs')
      ? code.replace('this.text("#stack-content", err.stack);', (shown) => `if (err.stack) ${shown} else this.root.querySelector("#stack").remove();`)
      : undefined),
  };
}

function isMended({ err }: ErrorPayload): boolean {
  return (err as { name?: string }).name === 'data/' && process.env['NENPO_DATA_STATE'] === 'right';
}

/** In development whole typefaces are served: there is no built site yet to cut them down to. */
export function developmentFonts(root: string): Plugin {
  return {
    name: 'nenpo-development-fonts',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        if (path.endsWith('/fonts/fonts.css')) {
          response.setHeader('Content-Type', 'text/css');
          return response.end(facesCss() + paperCss(...wholeFonts(root)));
        }
        if (path.endsWith('/fonts/languages.css')) {
          response.setHeader('Content-Type', 'text/css');
          return response.end(screenCss(...wholeFonts(root)));
        }
        if (path.endsWith('/fonts/room.js')) {
          response.setHeader('Content-Type', 'text/javascript');
          return response.end(roomScript([]));
        }
        const face = new Typefaces(readOwnTypefaces(root)).all.flatMap(({ faces }) => faces).find(({ fileName }) => path.endsWith(`/fonts/${fileName}`));
        if (!face) return next();
        response.setHeader('Content-Type', 'font/ttf');
        response.end(readFileSync(face.source));
      });
    },
  };
}

function wholeFonts(root: string): [Share[], readonly Locale[]] {
  const tags = readSiteTags(root);
  return [wholeShares(tags, new Typefaces(readOwnTypefaces(root))), tags];
}

/** In development a file of the open data is made when it is asked for, from the data as they are then. */
export function developmentData(root: string): Plugin {
  const { url, base } = readSiteAddress(root);
  return {
    name: 'nenpo-development-data',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURI(request.url?.split('?')[0] ?? '');
        const start = path.indexOf('/data/');
        if (start < 0 || !/\.(csv|json|xlsx)$/.test(path)) return next();
        const { model } = checkData(readDataFiles(root));
        const file = model && openFiles(editionsOf(model, base), new URL(base, url).href).find((each) => `/${each.path}` === path.slice(start));
        if (!file) return next();
        response.setHeader('Content-Type', TYPES[path.slice(path.lastIndexOf('.'))] ?? 'application/octet-stream');
        void Promise.resolve(file.content()).then((content) => response.end(content), next);
      });
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
