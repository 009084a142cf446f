import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { writeWhole } from '../src/files/write-whole.ts';
import { TONGUES } from '../src/locale.ts';
import type { Tongue } from '../src/locale.ts';
import { launchBrowser } from '../src/pdf/browser.ts';
import { readOptions } from './command.ts';
import { DRAWINGS } from './pictures/drawings.ts';

/**
 * The pictures of the guide: what is to be found on GitHub is drawn, `npm run dev` is photographed with a figure of this
 * repository. NENPO_BROWSER names a browser on whose machine there are Japanese typefaces: the one from npm has none.
 */
readOptions({}, 'node scripts/pictures.ts [--help]\n');
const FOLDER = 'docs/images';
const FILE = 'data/indicators/np-collection/np-current-rate.yaml';
const PRINTED = '  - at: 2025-09\n    value: 72.7%\n';

for (const [name, draw] of Object.entries(DRAWINGS)) for (const tongue of TONGUES) writeWhole(join(FOLDER, `${name}.${tongue}.svg`), draw(tongue));

const root = mkdtempSync(join(tmpdir(), 'nenpo-pictures-'));
for (const folder of ['data', 'content', 'public']) cpSync(folder, join(root, folder), { recursive: true });
const file = join(root, FILE);
const printed = readFileSync(file, 'utf8');
if (!printed.includes(PRINTED)) throw new Error(`${FILE}: ${PRINTED}`);
const server = spawn(process.execPath, ['scripts/dev.ts', '--root', root, '--host', '127.0.0.1', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
let browser: Browser | undefined;
try {
  const address = await addressOf(server);
  browser = await launchBrowser();
  for (const tongue of TONGUES) await photograph(await browser.newPage({ viewport: { width: 860, height: 600 } }), `${address}/${tongue}/indicators/np-current-rate/`, tongue);
} finally {
  await browser?.close();
  server.kill();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
}

/** The page while the figure has no unit, and as it comes back by itself. */
async function photograph(page: Page, address: string, tongue: Tongue): Promise<void> {
  writeFileSync(file, printed.replace(PRINTED, PRINTED.replace('%', '')));
  await page.goto(address);
  const hint = page.locator('vite-error-overlay #hint');
  await hint.waitFor();
  const { y, height } = (await hint.boundingBox())!;
  await save(await page.screenshot({ clip: { x: 0, y: 80, width: 860, height: y + height - 40 } }), `dev-mistake.${tongue}.png`);
  writeFileSync(file, printed);
  await page.locator('main h1', { hasText: tongue === 'ja' ? '現年度納付率' : 'Current-year payment rate' }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await save(await page.screenshot({ clip: { x: 0, y: 0, width: 860, height: 400 } }), `dev-mended.${tongue}.png`);
  await page.close();
}

async function save(picture: Buffer, name: string): Promise<void> {
  writeWhole(join(FOLDER, name), await sharp(picture).extend({ top: 1, bottom: 1, left: 1, right: 1, background: '#d1d9e0' }).png({ palette: true, colours: 64, effort: 10 }).toBuffer());
}

function addressOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((done) => stdout?.on('data', (chunk: Buffer) => {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(chunk.toString())?.[0];
    if (address !== undefined) done(address);
  }));
}
