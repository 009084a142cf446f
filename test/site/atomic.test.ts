import { createHash } from 'node:crypto';
import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shellEnvironment } from './environment.ts';

/** A small body of data is built, and builds of it are killed, break and meet each other. */
const ROOT = 'test/cases/organisations/city';
const folder = mkdtempSync(join(tmpdir(), 'nenpo-atomic-'));
const dist = join(folder, 'dist');
let whole: string;

const build = (args: readonly string[], cwd = process.cwd(), environment: NodeJS.ProcessEnv = {}) =>
  promisify(execFile)(process.execPath, ['scripts/build.ts', ...args], { cwd, env: { ...shellEnvironment(), LANG: 'C', ...environment } });

/** Another day, in another part of the world. */
const SHIFT = 'const Real = Date, by = 400 * 86_400_000; globalThis.Date = class extends Real {'
  + ' constructor(...given) { super(...(given.length > 0 ? given : [Real.now() + by])); } static now() { return Real.now() + by; } };';
const ELSEWHEN = { TZ: 'Pacific/Kiritimati', NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(SHIFT)}` };

beforeAll(async () => {
  await build(['--root', ROOT, '--no-pdf', '--out', dist]);
  whole = digestOf(dist);
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a build that is killed, whenever that is, leaves the last site as it was', async () => {
  for (const share of [0.05, 0.3, 0.55, 0.8, 0.97]) {
    const started = Date.now();
    await kill(share * 12_000);
    expect(digestOf(dist), `killed after ${Date.now() - started} ms`).toBe(whole);
  }
}, 240_000);

test.each(['SIGTERM', 'SIGINT'] as const)('a build that is told by %s to end while it prints ends at once, and takes its browser and its temporary files along', async (signal) => {
  const temporary = mkdtempSync(join(folder, 'temporary-'));
  const child = spawn(process.execPath, ['scripts/build.ts', '--root', ROOT, '--fresh', '--out', dist], { env: { ...shellEnvironment(), TMPDIR: temporary }, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const started = () => readdirSync(temporary).some((own) => readdirSync(join(temporary, own)).some((name) => name.startsWith('playwright')));
  while (!started() && child.exitCode === null) await setTimeout(20);
  child.kill(signal);
  expect(await Promise.race([ended, setTimeout(30_000, 'it goes on')])).toEqual([{ SIGTERM: 143, SIGINT: 130 }[signal], null]);
  expect(readdirSync(temporary)).toEqual([]);
  expect(digestOf(dist)).toBe(whole);
}, 120_000);

test('a build of data with a mistake leaves the last site as it was', async () => {
  const broken = join(folder, 'broken');
  cpSync(ROOT, broken, { recursive: true });
  writeFileSync(join(broken, 'data/glossary.yaml'), 'terms: 1\n');
  await expect(build(['--root', broken, '--no-pdf', '--out', dist])).rejects.toThrow();
  expect(digestOf(dist)).toBe(whole);
}, 120_000);

test('a build shows no line of a file that a link among the data leads to', async () => {
  const linked = join(folder, 'linked');
  cpSync(ROOT, linked, { recursive: true });
  writeFileSync(join(folder, 'secret'), 'a line of the machine\n');
  symlinkSync(join(folder, 'secret'), join(linked, 'data/indicators/parks/linked.yaml'));
  const { stdout, stderr } = await build(['--root', linked, '--no-pdf', '--out', join(folder, 'unmade')]).catch((error: { stdout: string; stderr: string }) => error);
  expect(stderr).toContain('data/indicators/parks/linked.yaml:1:1  error  There is nothing in the file');
  expect(stdout + stderr).not.toContain('a line of the machine');
}, 120_000);

test('the clock of a build can be set to another day', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['-p', 'Date.now() + " " + new Date().getTime() + " " + new Date(0).getTime()'], { env: { ...process.env, ...ELSEWHEN } });
  const [now, date, start] = stdout.trim().split(' ').map(Number);
  const days = (ms = 0) => (ms - Date.now()) / 86_400_000;
  expect([days(now), days(date)].map(Math.round)).toEqual([400, 400]);
  expect(start).toBe(0);
});

test('two builds at the same time, one of them from another folder, on another day, give the same bytes', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'nenpo-elsewhere-'));
  for (const name of ['src', 'scripts', 'content', 'test/cases/organisations/city', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(name, join(elsewhere, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(elsewhere, 'node_modules'));
  try {
    await Promise.all([
      build(['--root', ROOT, '--out', join(folder, 'one')]),
      build(['--root', ROOT, '--out', join(elsewhere, 'two')], elsewhere, ELSEWHEN),
    ]);
    const [one, two] = [filesIn(join(folder, 'one')), filesIn(join(elsewhere, 'two'))];
    expect([...one.keys()].filter((file) => file.endsWith('.pdf')).length).toBe(10);
    expect([...two].filter(([file, digest]) => one.get(file) !== digest).map(([file]) => file)).toEqual([]);
    expect([...one.keys()]).toEqual([...two.keys()]);
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
}, 300_000);

function kill(after: number): Promise<void> {
  const child = spawn(process.execPath, ['scripts/build.ts', '--root', ROOT, '--no-pdf', '--out', dist], { env: shellEnvironment(), stdio: 'ignore' });
  const timer = globalThis.setTimeout(() => child.kill('SIGKILL'), after);
  return new Promise((done) => child.once('exit', () => {
    clearTimeout(timer);
    done();
  }));
}

function digestOf(path: string): string {
  return JSON.stringify([...filesIn(path)]);
}

function filesIn(path: string): Map<string, string> {
  const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1)).sort();
  return new Map(names.map((name) => [name, createHash('sha256').update(readFileSync(join(path, name))).digest('hex')]));
}
