import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the site that was built for this run. */
    dist: string;
  }
}

/** Builds the whole of dist/ once, aside, as `npm run build` does. */
export default function setup(project: TestProject): void {
  const dist = process.env['NENPO_TEST_DIST'] ?? join(process.cwd(), '.cache', 'test-dist');
  if (!process.env['NENPO_TEST_DIST']) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts', '--out', dist], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`The build failed:\n${stdout}\n${stderr}`);
  }
  project.provide('dist', dist);
}
