import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reloadOnData } from '../../src/site/development.ts';

/** What the server of development does with an edit while it begins. Its watcher and its pages are ours. */
let root: string;
let file: string;
let watcher: EventEmitter;
let pages: EventEmitter;
let watched: Record<string, string[]>;
let sent: unknown[];
let ask: (headers: Record<string, string>) => void;

beforeEach(() => {
  vi.useFakeTimers();
  root = mkdtempSync(join(tmpdir(), 'nenpo-early-edit-'));
  mkdirSync(join(root, 'data'));
  file = join(root, 'data/units.yaml');
  writeFileSync(file, 'people: 1\n');
  [watcher, pages, sent, watched] = [new EventEmitter(), new EventEmitter(), [], {}];
  const hot = { send: (message: unknown) => void sent.push(message), on: (...args: Parameters<EventEmitter['on']>) => pages.on(...args) };
  const use = (handle: (request: object, response: object, next: () => void) => void) => (ask = (headers) => handle({ url: '/ja/', headers }, {}, () => undefined));
  const server = { watcher: Object.assign(watcher, { add: () => undefined, getWatched: () => watched }), hot, environments: { client: { hot } }, middlewares: { use } };
  const { configureServer } = reloadOnData(root) as { configureServer: (server: ViteDevServer) => void };
  configureServer(server as unknown as ViteDevServer);
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(root, { recursive: true, force: true });
});

const RELOAD = { type: 'full-reload' };

test.each([
  ['changed', () => writeFileSync(file, 'people: 12\n')],
  ['added', () => writeFileSync(join(root, 'data/outline.yaml'), '')],
  ['deleted', () => rmSync(file)],
])('a file that is %s before the watcher has come to it reloads the pages', (_, change) => {
  vi.advanceTimersByTime(300);
  expect(sent).toEqual([]);
  change();
  vi.advanceTimersByTime(300);
  expect(sent).toEqual([RELOAD]);
});

test('when all are watched, it is left to the watcher', () => {
  watched = { [join(root, 'data')]: ['units.yaml'] };
  vi.advanceTimersByTime(300);
  writeFileSync(file, 'people: 12\n');
  vi.advanceTimersByTime(60_000);
  expect(sent).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a file that is never watched is not waited for', () => {
  vi.advanceTimersByTime(60_000);
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that was asked for before a change and comes after it is reloaded, once', () => {
  const told: unknown[] = [];
  const connect = () => pages.emit('vite:client:connect', {}, { send: (message: unknown) => told.push(message) });
  ask({ accept: 'text/html' });
  connect();
  expect(told).toEqual([]);
  watcher.emit('change', file);
  ask({ accept: 'text/css' });
  connect();
  expect(told).toEqual([RELOAD]);
  ask({ accept: 'text/html' });
  connect();
  expect(told).toEqual([RELOAD]);
});
