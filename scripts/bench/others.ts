import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = '.cache/bench';

/** A program that the bench is run beside, from the npm registry, for the bench alone. @throws Error where that fails. */
export async function fetchOther(name: string, version: string): Promise<string> {
  const folder = join(FOLDER, name.replace(/\W+/g, '-').replace(/^-/, ''));
  const installed = join(folder, 'node_modules', name);
  if (!existsSync(installed)) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "private": true }');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`], { cwd: folder, stdio: 'ignore', env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' } });
  }
  return installed;
}

/**
 * The long edition with a stylesheet of its own: rules that every typesetter of web pages knows, and their way to page
 * numbers in the place of ours.
 */
export async function forOthers(html: string, head = ''): Promise<string> {
  const style = await readFile(join(import.meta.dirname, 'others.css'), 'utf8');
  return html
    .replace(/<link rel="stylesheet" href="[^"]*styles\/[^"]*">/g, '').replace(/<style>.*?<\/style>/s, () => `<style>${style}</style>`)
    .replaceAll(/ style="page: [^"]*"/g, '').replace('</head>', () => `${head}</head>`);
}
