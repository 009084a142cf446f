import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isAllowed } from '../../scripts/licences/allowed.ts';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const { allowScripts, dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>> & { allowScripts: Record<string, boolean> };
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const installed = Object.entries(packages).filter(([path]) => path !== '');

/** The lock file leaves the address out where a package comes from here. */
const REGISTRY = 'https://registry.npmjs.org/';

test('only the packages named in package.json run anything when they are installed', () => {
  const running = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13));
  expect([...new Set(running)].toSorted()).toEqual(Object.keys(allowScripts).filter((name) => allowScripts[name]).toSorted());
});

test('package.json asks for one version of each package, and that is what is locked', () => {
  const asked = Object.entries({ ...dependencies, ...devDependencies });
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(asked.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
});

test('every package comes from the registry, in one version and with its digest', () => {
  const loose = installed.filter(([, { version, resolved, integrity }]) =>
    !/^\d+\.\d+\.\d+/.test(version ?? '') || !(resolved ?? REGISTRY).startsWith(REGISTRY) || !integrity?.startsWith('sha512-'));
  expect(loose.map(([path]) => path)).toEqual([]);
});

test('npm run licences knows every licence, and lists every package', () => {
  const listed = JSON.parse(execFileSync(process.execPath, ['scripts/licences.ts', '--json'], { encoding: 'utf8' })) as unknown[];
  expect(listed.length).toBe(installed.length);
});

describe('licences', () => {
  test.each(['MIT', '(MIT AND Zlib)', 'GPL-3.0-only OR MIT', '(GPL-2.0-only OR (MIT AND ISC))', 'Apache-2.0 AND LGPL-3.0-or-later AND MIT'])('%s may be used', (licence) => {
    expect(isAllowed(licence)).toBe(true);
  });

  test.each(['', 'GPL-3.0-only', 'UNLICENSED', 'SEE LICENSE IN LICENSE.md', 'MIT AND AGPL-3.0-only', '(GPL-3.0-only OR AGPL-3.0-only) AND MIT', 'BUSL-1.1'])('%j may not', (licence) => {
    expect(isAllowed(licence)).toBe(false);
  });
});
