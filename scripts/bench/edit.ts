import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startDevelopment } from './development.ts';
import { within } from './measurement.ts';

const TIMES = 7;
/** In milliseconds. */
const AGAIN = 1000;

/**
 * Milliseconds, in the middle of several, from an edit of a figure to the page that shows it: until the server of
 * `npm run dev` tells the open page, and has answered it with the new figure.
 */
export async function editMilliseconds(root: string, seconds: number): Promise<number> {
  const server = startDevelopment(root);
  try {
    return await within(seconds, 'npm run dev', server.address.then((address) => measure(root, address)));
  } finally {
    server.stop();
  }
}

async function measure(root: string, address: string): Promise<number> {
  const [page, file] = [`${address}/en/indicators/cases-1/`, join(root, 'data/indicators/s-1/cases-1.yaml')];
  const untouched = readFileSync(file, 'utf8');
  const [printed = ''] = /(?<=- at: FY2023\n    value: ")[\d,]+/.exec(untouched) ?? [];
  const reload = await listen(address);
  await read(page);
  const taken: number[] = [];
  try {
    for (let time = 0; time <= TIMES; time++) {
      const figure = (7_000_000 + time * 11_111).toLocaleString('en');
      const edited = untouched.replace(`"${printed}件"\n`, `"${figure}件"\n`).replace(/(- at: FY2024\n.*\n) *change: .*\n/, '$1');
      const told = reload();
      const start = performance.now();
      writeFileSync(file, edited);
      // A server that has just begun is still looking through the folders, and may miss the first one.
      while (time === 0 && await Promise.race([told, setTimeout(AGAIN, 'late')]) === 'late') writeFileSync(file, edited);
      await told;
      const html = await read(page);
      taken.push(performance.now() - start);
      if (!html.includes(figure)) throw new Error(`${page} does not show ${figure}`);
    }
  } finally {
    writeFileSync(file, untouched);
  }
  // The first one warms up what was never asked for before.
  return taken.slice(1).sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Number.NaN;
}

/** @returns what waits for the next time that the open page is told to load itself again */
async function listen(address: string): Promise<() => Promise<void>> {
  const client = await read(`${address}/@vite/client`);
  const token = /wsToken = "([^"]*)"/.exec(client)?.[1] ?? '';
  const socket = new WebSocket(`${address.replace('http', 'ws')}/?token=${token}`, 'vite-hmr');
  await new Promise((done, fail) => {
    socket.addEventListener('open', done);
    socket.addEventListener('error', () => fail(new Error(`${address}: no connection`)));
  });
  return () => new Promise((done) => {
    const hear = ({ data }: MessageEvent) => {
      if ((JSON.parse(String(data)) as { type: string }).type !== 'full-reload') return;
      socket.removeEventListener('message', hear);
      done();
    };
    socket.addEventListener('message', hear);
  });
}

async function read(address: string): Promise<string> {
  const response = await fetch(address, { headers: { accept: 'text/html' } });
  const text = await response.text();
  if (!response.ok) throw new Error(`${address}: ${response.status}\n${text.slice(0, 500)}`);
  return text;
}
