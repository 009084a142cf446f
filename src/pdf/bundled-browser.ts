import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { asideOf, leftBeside } from '../files/aside.ts';
import { readTar } from './tar.ts';

export interface InstalledBrowser {
  readonly executablePath: string;
  /** Environment variables that it needs beyond the caller's. */
  readonly env: Readonly<Record<string, string>>;
}

/** The npm package's browser is a program for Linux on x64. */
export function hasBundledBrowser(platform = process.platform, arch: string = process.arch): boolean {
  return platform === 'linux' && arch === 'x64';
}

/**
 * Unpacks the browser that comes with `npm ci` (once, about 210 MB) and returns how to start it. It brings
 * its own fallback fonts, and the libraries (NSS, NSPR, expat) where the machine lacks them; no package needs
 * installing.
 */
export async function installBundledBrowser(cacheDir = '.cache/browser'): Promise<InstalledBrowser> {
  const directory = resolve(cacheDir, await bundledBrowserVersion());
  if (!(await exists(directory))) await unpackWhole(directory);
  const executablePath = join(directory, 'chromium');
  const fonts = { FONTCONFIG_FILE: join(directory, 'fonts.conf') };
  if (await starts(executablePath, fonts)) return { executablePath, env: fonts };
  const libraries = [join(directory, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return { executablePath, env: { ...fonts, LD_LIBRARY_PATH: libraries } };
}

/** All or nothing: an interrupted or a simultaneous unpacking leaves no half-written browser behind. */
async function unpackWhole(directory: string): Promise<void> {
  const aside = asideOf(directory, 'new');
  for (const { path } of leftBeside(directory)) await rm(path, { recursive: true, force: true });
  try {
    await mkdir(aside, { recursive: true });
    await pipeline(
      createReadStream(packed('chromium.br')),
      createBrotliDecompress(),
      createWriteStream(join(aside, 'chromium'), { mode: 0o755 }),
    );
    await unpackTar('al2023.tar.br', aside);
    await unpackTar('fonts.tar.br', aside);
    await writeFile(join(aside, 'fonts.conf'), fontsConf(directory));
    await rename(aside, directory);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!(await exists(directory))) throw error;
  }
}

async function unpackTar(name: string, directory: string): Promise<void> {
  const archive = await promisify(brotliDecompress)(await readFile(packed(name)));
  for (const { name: path, mode, content } of readTar(archive)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content, { mode });
  }
}

/** Only the unpacked fonts: a machine's own fonts would change the page breaks. */
function fontsConf(directory: string): string {
  const path = (name: string) => escapeXml(join(directory, name));
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${path('fonts')}</dir><cachedir>${path('fonts-cache')}</cachedir></fontconfig>
`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** A program whose libraries are missing ends before its first line. */
async function starts(executablePath: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  const options = { env: { ...process.env, ...env }, timeout: 20_000 };
  return promisify(execFile)(executablePath, ['--version'], options).then(() => true, () => false);
}

const PACKAGE = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));

function packed(name: string): string {
  return join(PACKAGE, 'bin', name);
}

export async function bundledBrowserVersion(): Promise<string> {
  const description = await readFile(join(PACKAGE, 'package.json'), 'utf8');
  return (JSON.parse(description) as { version: string }).version;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}
