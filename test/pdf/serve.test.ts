import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveRequest, serveDirectory } from '../../src/pdf/serve.ts';
import type { StaticServer } from '../../src/pdf/serve.ts';

let work: string;
let server: StaticServer;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'nenpo-serve-'));
  await mkdir(join(work, 'site/ja/国年'), { recursive: true });
  await writeFile(join(work, 'secret.txt'), 'secret');
  await writeFile(join(work, 'site/ja/国年/index.html'), '<p>納付率');
  server = await serveDirectory(join(work, 'site'), 'nenpo');
});

afterAll(async () => {
  await server.close();
  await rm(work, { recursive: true });
});

test('serves a folder by its index page, below the base path only', async () => {
  const response = await fetch(server.url('/ja/国年/?q=1'));
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await response.text()).toBe('<p>納付率');
  expect((await fetch(`${server.origin}/ja/国年/`)).status).toBe(404);
});

test('leads from a folder without its slash to the folder', async () => {
  const response = await fetch(server.url('/ja/国年'), { redirect: 'manual' });
  expect(response.status).toBe(301);
  expect(decodeURI(response.headers.get('location')!)).toBe('/nenpo/ja/国年/');
});

test('gives nothing outside its folder, however it is spelt', async () => {
  for (const path of ['../secret.txt', '..%2fsecret.txt', '%2e%2e/secret.txt', '/etc/passwd', '%']) {
    expect(await status(`/nenpo/${path}`), path).toBe(404);
  }
});

test('a sibling folder whose name begins alike is outside', () => {
  const root = `${sep}srv${sep}site`;
  expect(resolveRequest(root, '/', '/../site-old/a')).toBeUndefined();
  expect(resolveRequest(root, '/', '/a\0b')).toBeUndefined();
  expect(resolveRequest(root, '/', '/ja/')).toBe(join(root, 'ja/index.html'));
});

/** `fetch` would tidy the path before sending it. */
function status(path: string): Promise<number | undefined> {
  const { port } = new URL(server.origin);
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      done(response.statusCode);
    }).on('error', fail).end();
  });
}
