import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { installBundledBrowser } from '../../src/pdf/bundled-browser.ts';
import { LONG_EDITION } from './long-edition.ts';
import { treeOf } from './memory.ts';
import { fetchOther, forOthers } from './others.ts';

/** The program of Vivliostyle CLI. */
export async function fetchVivliostyle(): Promise<string> {
  return resolve(await fetchOther('@vivliostyle/cli', '11.3.3'), 'dist/cli.js');
}

/** Prints the long edition with Vivliostyle CLI in the same browser. @returns the number of pages; rejects once it is told to stop. */
export async function printWithVivliostyle(site: string, program: string, files: ReadonlyMap<string, Buffer>, outFile: string, signal: AbortSignal): Promise<number> {
  const folder = `${outFile}.site`;
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  // It serves the folder of the page and nothing above.
  const page = join(folder, 'index.html');
  const html = await forOthers(await readFile(join(site, LONG_EDITION, 'index.html'), 'utf8'));
  await writeFile(page, html.replace('../../../fonts/', 'fonts/'));
  const { executablePath, env } = await installBundledBrowser();
  await run(process.execPath, [program, 'build', page, '--output', outFile, '--executable-browser', executablePath, '--timeout', '100000', '--single-doc'], { ...process.env, ...env, NO_COLOR: '1' }, folder, signal);
  return (await PDFDocument.load(await readFile(outFile), { updateMetadata: false })).getPageCount();
}

/** It starts a browser of its own, which does not end with it. */
function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd: string, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => { output += String(text); });
    const stop = () => treeOf(child.pid!).forEach((each) => process.kill(each, 'SIGKILL'));
    signal.addEventListener('abort', stop);
    child.on('exit', () => signal.removeEventListener('abort', stop));
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`Vivliostyle CLI ended with ${code}:\n${output.slice(-2000)}`))));
  });
}
