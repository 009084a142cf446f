import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the site that was built for this run. */
    dist: string;
  }
}

/** Builds the whole of dist/ once, aside, as `npm run build` does, and shows how far it is: this takes minutes. */
export default function setup(project: TestProject): void {
  const dist = process.env['NENPO_TEST_DIST'] ?? join(process.cwd(), '.cache', 'test-dist');
  if (!process.env['NENPO_TEST_DIST']) {
    const { status } = spawnSync(process.execPath, ['scripts/build.ts', '--out', dist], { stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0) throw new Error('The build failed.');
  }
  project.provide('dist', dist);
}
