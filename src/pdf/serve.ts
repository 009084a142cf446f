import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface StaticServer {
  /** e.g. `http://127.0.0.1:40213` */
  readonly origin: string;
  /** The address of a page or file of the site: `url('/ja/')` → `http://127.0.0.1:40213/base/ja/`. */
  url(path: string): string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Served instead of the site's own files, by path below the base: `/fonts/fonts.css`. */
  readonly files?: ReadonlyMap<string, Buffer>;
  /** Told the path below the base of each file that is asked for, whether it is there or not. */
  readonly onAsked?: (path: string) => void;
}

/** Serves a built site as a web server would, to this machine only, below its base path, on a free port. */
export async function serveDirectory(
  directory: string,
  base = '/',
  { files = new Map(), onAsked = () => {} }: ServeOptions = {},
): Promise<StaticServer> {
  const root = resolve(directory);
  const prefix = normalizeBase(base);
  const server = createServer((request, response) => {
    const path = decodePath(request.url?.replace(/[?#].*$/s, '') ?? '') ?? '';
    const below = path.startsWith(prefix) ? `/${path.slice(prefix.length)}` : undefined;
    if (below !== undefined) onAsked(below);
    const given = below === undefined ? undefined : files.get(below);
    if (given) return void send(response, below!, given);
    respond(root, prefix, request, response).catch(() => response.destroy());
  });
  await listen(server);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, url: (path) => origin + prefix + path.replace(/^\/+/, ''), close: () => close(server) };
}

/**
 * The file that a request path asks for, or undefined where it leaves the base path or the root.
 * `/base/ja/` → `<root>/ja/index.html`
 */
export function resolveRequest(root: string, base: string, requestPath: string): string | undefined {
  const path = decodePath(requestPath);
  if (path === undefined || path.includes('\0') || !path.startsWith(base)) return undefined;
  const file = resolve(root, `.${sep}${path.slice(base.length)}`);
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  return path.endsWith('/') ? join(file, 'index.html') : file;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pdf': 'application/pdf',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

async function respond(
  root: string,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.replace(/[?#].*$/s, '') ?? '';
  const file = resolveRequest(root, base, path);
  const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return void response.writeHead(301, { location: `${path}/` }).end();
  if (!found?.isFile()) return void response.writeHead(404).end('Not found');
  response.writeHead(200, {
    'content-type': typeOf(file!),
    'content-length': found.size,
    'cache-control': 'no-store',
  });
  if (request.method === 'HEAD') return void response.end();
  await pipeline(createReadStream(file!), response);
}

/** Nothing from elsewhere is loaded into a page; a typeface, whose name says what is in it, is kept for the next one. */
function send(response: ServerResponse, path: string, content: Buffer): void {
  const type = typeOf(path.endsWith('/') ? 'index.html' : path);
  response.writeHead(200, {
    'content-type': type, 'content-length': content.length, 'cache-control': type === 'font/ttf' ? 'max-age=86400, immutable' : 'no-store',
    ...(type === TYPES['.html'] ? { 'content-security-policy': "default-src 'self' data: 'unsafe-inline'" } : {}),
  });
  response.end(content);
}

function typeOf(path: string): string {
  return TYPES[extname(path)] ?? 'application/octet-stream';
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** `nenpo` → `/nenpo/` */
function normalizeBase(base: string): string {
  return `/${base}/`.replace(/\/+/g, '/');
}

function listen(server: Server): Promise<void> {
  return new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', () => done()));
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done, fail) => server.close((error) => (error ? fail(error) : done())));
}
