import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, '.github/workflows');

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflows = new Map(readdirSync(FOLDER).map((file) => [file, parse(readFileSync(join(FOLDER, file), 'utf8')) as Workflow]));
const stepsOf = (file: string): Step[] => Object.values(workflows.get(file)!.jobs).flatMap(({ steps }) => steps);
const stepNamed = (file: string, name: string): Step => stepsOf(file).find((step) => step.name === name)!;

describe('every workflow', () => {
  const all = [...workflows.keys()];

  test.each(all)('%s: says what it may do, and takes no more than reading by default', (file) => {
    const { permissions } = workflows.get(file)!;
    expect(permissions).toBeDefined();
    expect(Object.values(permissions).filter((each) => each !== 'read')).toEqual([]);
  });

  test.each(all)('%s: names the commit of each action, with its version for people and for Renovate', (file) => {
    const lines = readFileSync(join(FOLDER, file), 'utf8').split('\n').filter((line) => line.includes('uses:'));
    expect(lines.length).toBe(stepsOf(file).filter(({ uses }) => uses !== undefined).length);
    expect(lines.filter((line) => !/^ +(?:- )?uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test.each(all)('%s: leaves no right to the repository behind for what it installs', (file) => {
    expect(stepsOf(file).filter(({ uses, with: given }) => uses?.startsWith('actions/checkout@') && given?.['persist-credentials'] !== false)).toEqual([]);
  });

  test.each(all)('%s: what may write or sign installs nothing and checks nothing out', (file) => {
    const mighty = Object.values(workflows.get(file)!.jobs).filter(({ permissions = {} }) => Object.values(permissions).includes('write'));
    const steps = mighty.flatMap((job) => job.steps);
    expect(steps.filter(({ uses, run }) => uses?.startsWith('actions/checkout@') || /\b(?:npm|npx|node)\b/.test(run ?? ''))).toEqual([]);
  });

  test.each(all)('%s: runs scripts that there are', (file) => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const named = stepsOf(file).flatMap(({ run = '' }) => [...run.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name!));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test.each(all)('%s: puts nothing that others have written into a command', (file) => {
    expect(stepsOf(file).filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });
});

test('what runs the code of a pull request has no secret and no right to write', () => {
  const open = [...workflows].filter(([, { on }]) => 'pull_request' in on);
  expect(open.map(([file]) => file)).toEqual(['audit.yml', 'review.yml', 'site.yml']);
  expect([...workflows.values()].some(({ on }) => 'pull_request_target' in on)).toBe(false);
  expect(JSON.stringify(workflows.get('review.yml'))).not.toContain('secrets.');
  expect(Object.values(workflows.get('review.yml')!.jobs).every(({ permissions }) => permissions === undefined)).toBe(true);
});

test('what may write runs no code of a pull request: it checks nothing out and installs nothing', () => {
  expect(Object.keys(workflows.get('comment.yml')!.on)).toEqual(['workflow_run']);
  expect(stepsOf('comment.yml').map(({ uses, name }) => uses ?? name)).toEqual([expect.stringMatching(/^actions\/download-artifact@/), 'Post the comment']);
  expect(stepNamed('comment.yml', 'Post the comment').run).not.toMatch(/npm|node|\beval\b|source /);
});

describe('packages', () => {
  const AUDIT = /^npm audit --audit-level=(?:low|moderate)$/;

  test('are asked about when they change and once a week, apart from the edits of figures', () => {
    const { on } = workflows.get('audit.yml')!;
    expect(on['pull_request']).toEqual({ paths: ['package.json', 'package-lock.json'] });
    expect(on['schedule']).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* [0-6]$/) }]);
    expect(stepsOf('audit.yml').at(-1)?.run).toMatch(AUDIT);
    expect([...workflows.keys()].filter((file) => stepsOf(file).some(({ run = '' }) => AUDIT.test(run)))).toEqual(['audit.yml', 'release.yml']);
  });

  test('a release is made of audited and licensed ones, of data and code that pass, and says how before it goes out', () => {
    const steps = stepsOf('release.yml');
    const at = (found: (step: Step) => boolean | undefined) => steps.findIndex(found);
    const order = [
      ...['npm ci', 'npm audit', 'npm run licences', 'npm run check', 'npm test', 'npm run build'].map((command) => at(({ run }) => run?.startsWith(command))),
      at(({ uses }) => uses?.startsWith('actions/attest-build-provenance@')), at(({ name }) => name === 'Publish'),
    ];
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(steps.map(({ if: only }) => only).filter(Boolean)).toEqual([]);
    const { build, publish } = workflows.get('release.yml')!.jobs;
    expect([build!.permissions, publish!.needs]).toEqual([undefined, 'build']);
    expect(publish!.permissions).toEqual({ contents: 'write', 'id-token': 'write', attestations: 'write' });
    const files = /subject-path: (\S+)/.exec(readFileSync(join(FOLDER, 'release.yml'), 'utf8'))?.[1];
    expect(stepNamed('release.yml', 'Publish').run).toContain(` ${files} `);
    // The one folder goes from the job that builds to the one that publishes.
    const handed = steps.filter(({ uses }) => /^actions\/(?:up|down)load-artifact@/.test(uses ?? '')).map(({ with: given }) => [given?.['name'], given?.['path']]);
    expect(handed).toEqual([['release', 'release'], ['release', 'release']]);
  });

  test('what is released is what was built, with the site, its PDFs and their digests', () => {
    const folder = mkdtempSync(join(tmpdir(), 'nenpo-release-'));
    mkdirSync(join(folder, 'dist/pdf/report'), { recursive: true });
    for (const [file, text] of [['index.html', 'site'], ['pdf/report.ja.pdf', 'whole'], ['pdf/report/part.ja.pdf', 'part']] as const) writeFileSync(join(folder, 'dist', file), text);
    execFileSync('git', ['init', '--quiet', folder]);
    execFileSync('git', ['-C', folder, '-c', 'user.name=n', '-c', 'user.email=n@example.org', 'commit', '--quiet', '--allow-empty', '-m', 'first']);
    const see = stepNamed('release.yml', 'See that it is what was built');
    expect(run(stepNamed('release.yml', 'Collect what is released'), folder, {}).status).toBe(0);
    expect(readdirSync(join(folder, 'release')).toSorted()).toEqual(['SHA256SUMS', 'report.ja.pdf', 'site.tar.gz']);
    expect(execFileSync('tar', ['-tzf', join(folder, 'release/site.tar.gz')], { encoding: 'utf8' })).toContain('./pdf/report/part.ja.pdf\n');
    expect(run(see, folder, {}).status).toBe(0);
    writeFileSync(join(folder, 'release/report.ja.pdf'), 'another');
    expect(run(see, folder, {}).status).toBe(1);
    rmSync(folder, { recursive: true });
  });
});

/** Runs a step as GitHub does. */
function run(step: Step, cwd: string, env: Readonly<Record<string, string>>, path = '') {
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run!], {
    cwd, encoding: 'utf8', env: { ...process.env, LANG: 'C.UTF-8', NENPO_ROOT: cwd, ...env, PATH: `${path}${process.env['PATH']}` },
  });
  return { status, stdout, stderr };
}

describe('the steps of a review, one by one', { timeout: 120_000 }, () => {
  let root = '';
  const step = stepNamed('review.yml', 'What the change does');
  const check = stepNamed('review.yml', 'Mistakes at their lines');
  const environment = { NUMBER: '12', HEAD_REPOSITORY: 'someone/nenpo', HEAD_COMMIT: '1a2b3c4', PREVIEW_URL: 'https://preview.example/{number}/', GITHUB_STEP_SUMMARY: 'summary.md' };
  const git = (...args: string[]) => execFileSync('git', ['-C', root, '-c', 'user.name=n', '-c', 'user.email=n@example.org', ...args], { encoding: 'utf8' });
  const commitEdit = (file: string, from: string, to: string) => {
    writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8').replace(from, to));
    git('commit', '--quiet', '-am', 'edit');
  };

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'nenpo-review-'));
    cpSync(join(ROOT, 'test/cases/mistakes/base'), root, { recursive: true });
    for (const each of ['package.json', 'scripts', 'src', 'node_modules']) symlinkSync(join(ROOT, each), join(root, each));
    writeFileSync(join(root, '.gitignore'), '/package.json\n/scripts\n/src\n/node_modules\n/impact\n/summary.md\n');
    execFileSync('git', ['init', '--quiet', '-b', 'main', root]);
    git('add', '-A');
    git('commit', '--quiet', '-m', 'first');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('a change: the report, with links to the lines and into the preview; no annotation', () => {
    commitEdit('data/indicators/lending/child-loans.yaml', '4,250冊', '4,260冊');
    expect(run(step, root, environment)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(root, 'impact/number'), 'utf8')).toBe('12\n');
    const report = readFileSync(join(root, 'impact/impact.md'), 'utf8');
    expect(report).toContain('[`data/indicators/lending/child-loans.yaml:19`](https://github.com/someone/nenpo/blob/1a2b3c4/data/indicators/lending/child-loans.yaml#L19)');
    expect(report).toContain('(https://preview.example/12/ja/indicators/child-loans/)');
    expect(report.indexOf('この変更の影響')).toBeLessThan(report.indexOf('What this change does'));
    expect(readFileSync(join(root, 'summary.md'), 'utf8')).toBe(report);
    expect(run(check, root, {})).toMatchObject({ status: 0, stdout: '' });
  });

  test('a mistake: the report names it, and the annotation is at its line', () => {
    commitEdit('data/2025/lending.yaml', 'indicator: return-rate', 'indicator: return-rat');
    expect(run(step, root, { ...environment, PREVIEW_URL: '' }).status).toBe(0);
    expect(readFileSync(join(root, 'impact/impact.md'), 'utf8')).toContain('data/2025/lending.yaml:42');
    const { status, stdout } = run(check, root, {});
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=data\/2025\/lending\.yaml,line=42,endLine=42,col=\d+,endColumn=\d+,title=dangling-reference::指標「return-rat」はありません。/);
  });
});

const hasJq = spawnSync('jq', ['--version']).status === 0;

describe.skipIf(!hasJq)('the comment', { timeout: 60_000 }, () => {
  let folder = '';
  const step = stepNamed('comment.yml', 'Post the comment');
  const environment = { GH_TOKEN: 't', REPOSITORY: 'o/nenpo', HEAD_COMMIT: '1a2b3c4' };

  /** A stand-in for gh that keeps what it is asked: the answers are files. */
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nenpo-comment-'));
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, 'impact'));
    writeFileSync(join(folder, 'bin/gh'), `#!/bin/bash
echo "$*" >> calls
for ((i = 1; i <= $#; i++)); do [ "\${!i}" = --jq ] && { j=$((i + 1)); filter="\${!j}"; }; done
case "$*" in
  *--method*) cp comment.json posted.json ;;
  *pulls/*) jq -r "$filter" pull.json ;;
  *comments*) jq -r "$filter" comments.json ;;
esac
`);
    chmodSync(join(folder, 'bin/gh'), 0o755);
    writeFileSync(join(folder, 'pull.json'), '{"head":{"sha":"1a2b3c4"}}');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const post = (number: string, report: string, comments: object[], head = '1a2b3c4') => {
    for (const file of ['calls', 'posted.json']) rmSync(join(folder, file), { force: true });
    writeFileSync(join(folder, 'impact/number'), number);
    writeFileSync(join(folder, 'impact/impact.md'), report);
    writeFileSync(join(folder, 'comments.json'), JSON.stringify(comments));
    const { status } = run(step, folder, { ...environment, HEAD_COMMIT: head }, `${join(folder, 'bin')}:`);
    const calls = existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8') : '';
    const posted = existsSync(join(folder, 'posted.json')) ? (JSON.parse(readFileSync(join(folder, 'posted.json'), 'utf8')) as { body: string }).body : undefined;
    return { status, posted, wrote: /--method \w+ \S+/.exec(calls)?.[0] };
  };

  test('is posted the first time', () => {
    const others = [{ id: 1, user: { login: 'someone' }, body: '<!-- impact -->\nnot ours' }];
    expect(post('12\n', '## 影響 "$(touch x)" `id`\n', others)).toEqual({
      status: 0, wrote: '--method POST repos/o/nenpo/issues/12/comments', posted: '<!-- impact -->\n## 影響 "$(touch x)" `id`\n',
    });
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test('is brought up to date after that', () => {
    const own = [{ id: 77, user: { login: 'github-actions[bot]' }, body: '<!-- impact -->\nold' }];
    expect(post('12', 'new', own)).toMatchObject({ status: 0, wrote: '--method PATCH repos/o/nenpo/issues/comments/77' });
  });

  test('calls nobody by name, and is never longer than a comment may be', () => {
    expect(post('12', 'ask @octocat', []).posted).toBe('<!-- impact -->\nask @\u2060octocat');
    expect(post('12', '長'.repeat(100_000), []).posted?.length).toBeLessThan(65_536);
  });

  test('is not posted to another pull request, nor by a number that is none', () => {
    expect(post('12', 'late', [], 'ffffff')).toEqual({ status: 0, posted: undefined, wrote: undefined });
    expect(post('12/../../1', 'x', [])).toEqual({ status: 1, posted: undefined, wrote: undefined });
  });
});
