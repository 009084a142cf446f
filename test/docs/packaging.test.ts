import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (file: string) => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('package.json')) as { scripts: Record<string, string>; dependencies: Record<string, string>; devDependencies: Record<string, string> };

describe('package-lock.json', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { optionalDependencies?: Record<string, string> }> };

  test('names the packages of every platform, or npm ci refuses it on the others', () => {
    const names = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
    const missing = names.filter((name) => !Object.keys(packages).some((path) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`)));
    expect(missing).toEqual([]);
  });

  test('every dependency is pinned to one version', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });
});

describe('README.md', () => {
  const readme = read('README.md');

  test('begins with the two commands', () => {
    expect(readme.split('\n').slice(0, 10).join('\n')).toMatch(/npm ci && npm run build[\s\S]*npm ci && npm test/);
  });

  test('names only commands that exist', () => {
    const named = [...readme.matchAll(/npm run ([a-z:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  test.each(['CONTRIBUTING.md', 'CONTRIBUTING.ja.md', 'LICENSE'])('links %s, which exists', (file) => {
    expect(readme).toContain(`(${file})`);
    expect(read(file).length).toBeGreaterThan(500);
  });
});
