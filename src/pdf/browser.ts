import { access, constants, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { bundledBrowserVersion, hasBundledBrowser, installBundledBrowser } from './bundled-browser.ts';
import type { InstalledBrowser } from './bundled-browser.ts';
import { installedBrowserPaths } from './installed-browsers.ts';

/**
 * The first version with all that the print stylesheet asks for; margin boxes came in 131, `text-autospace`
 * in 140.
 */
const OLDEST = 140;

const ARGUMENTS = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/**
 * Starts a browser without a window. `NENPO_BROWSER` names its program, or is `bundled`; without it the first
 * of the installed browsers that is new enough, else the one that comes with `npm ci`.
 * @throws NoBrowserError, which says in both languages what was tried and what to do.
 */
export async function launchBrowser(choice = process.env['NENPO_BROWSER']): Promise<Browser> {
  const failures: string[] = [];
  for (const candidate of candidates(choice)) {
    try {
      return await launch(await candidate.find(), choice === undefined);
    } catch (error) {
      if (choice !== undefined || !isAbsent(error)) failures.push(`${candidate.name}: ${firstLine(error)}`);
    }
  }
  throw new NoBrowserError(failures);
}

/**
 * Which browsers are there, without starting one: what was printed by the same ones need not be printed again.
 */
export async function identifyBrowsers(choice = process.env['NENPO_BROWSER']): Promise<string> {
  const paths = choice === undefined ? installedBrowserPaths(process.platform, process.env) : [choice];
  const found = await Promise.all(paths.map((path) => stat(path).then(({ size, mtimeMs }) => `${path} ${size} ${mtimeMs}`, () => '')));
  return [...found.filter(Boolean), hasBundledBrowser() ? await bundledBrowserVersion() : ''].join('\n');
}

/** No browser could be started. */
export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError';

  constructor(failures: readonly string[]) {
    super([
      'PDFを作るブラウザ（Chrome、Chromium、Edge）を起動できませんでした。',
      `→ Chrome（${OLDEST}以降）を入れるか、環境変数 NENPO_BROWSER にブラウザの場所を書いてください。`,
      `→ それがあるのに起動しないときは、メモリーと一時ファイルの場所（${tmpdir()}）に空きがあるか確かめてください。`,
      'No browser (Chrome, Chromium or Edge) could be started to print the PDF.',
      `→ Install Chrome (${OLDEST} or later), or set the environment variable NENPO_BROWSER to a browser's`
        + ' path.',
      `→ Where there is one and it does not start, see whether there is room in memory and for temporary files (${tmpdir()}).`,
      ...failures.map((failure) => `  - ${failure}`),
    ].join('\n'));
  }
}

/** The browser ended or failed while it printed, and so did another one in its place. */
export class LostBrowserError extends Error {
  override readonly name = 'LostBrowserError';

  constructor(pagePath: string, failure: unknown) {
    super([
      `印刷の途中でブラウザが終了したか、失敗しました。もう一度試しても同じでした: ${pagePath}`,
      '→ メモリーに空きがあるか、ブラウザをほかのものが止めていないかを確かめて、もう一度実行してください。',
      `The browser ended or failed while it printed, and did so again when it was tried once more: ${pagePath}`,
      '→ See whether there is memory left, and whether anything else ends browsers; then run it again.',
      `  - ${firstLine(failure)}`,
    ].join('\n'));
  }
}

/** Whether it comes from the browser, and not from who uses it: `page.pdf: Protocol error (Page.printToPDF): Printing failed` */
export function isOfBrowser(error: unknown): boolean {
  return error instanceof Error && error.name !== 'TimeoutError' && /^(?:browser|browserContext|page)\.\w+: /.test(error.message);
}

/** A browser for several who print; one that has ended is started again for whoever asks next. */
export class SharedBrowser {
  readonly #launch: () => Promise<Browser>;
  #browser: Promise<Browser> | undefined;

  constructor(launch: () => Promise<Browser>) {
    this.#launch = launch;
  }

  async open(): Promise<Browser> {
    const known = this.#browser;
    if (known && (await known).isConnected()) return known;
    // Another one may have started it meanwhile.
    if (this.#browser === known) this.#browser = this.#launch();
    return this.#browser!;
  }

  async close(): Promise<void> {
    await (await this.#browser)?.close();
  }
}

interface Candidate {
  readonly name: string;
  find(): Promise<InstalledBrowser>;
}

function* candidates(choice: string | undefined): Generator<Candidate> {
  if (choice !== undefined && choice !== 'bundled') yield installed(choice);
  if (choice === undefined) yield* installedBrowserPaths(process.platform, process.env).map(installed);
  if ((choice === undefined || choice === 'bundled') && hasBundledBrowser()) yield BUNDLED;
}

const BUNDLED: Candidate = { name: '@sparticuz/chromium', find: () => installBundledBrowser() };

function installed(executablePath: string): Candidate {
  return {
    name: executablePath,
    find: async () => {
      await access(executablePath, constants.X_OK);
      return { executablePath, env: {} };
    },
  };
}

async function launch({ executablePath, env }: InstalledBrowser, checkAge: boolean): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath,
    args: ARGUMENTS,
    env: { ...process.env, ...env },
    chromiumSandbox: false,
    // Whoever uses it ends at a signal: else the browser alone would, and its user wait for it.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    timeout: 30_000,
  });
  if (!checkAge || Number.parseInt(browser.version(), 10) >= OLDEST) return browser;
  await browser.close();
  throw new Error(`version ${browser.version()} is older than ${OLDEST}`);
}

/** Most of the places where a browser may be hold none: nothing worth telling. */
function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0]!;
}
