import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { WORDS } from '../../src/i18n/strings.ts';
import { TONGUES } from '../../src/locale.ts';
import { splitProse } from '../../src/prose/reference.ts';
import { DRAWINGS } from '../../scripts/pictures/drawings.ts';
import { Edition } from '../../src/view/edition.ts';

const { model } = checkData(readDataFiles(process.cwd()));
if (!model) throw new Error('the data cannot be read');
const editions = { ja: new Edition(model, 'ja', '/'), en: new Edition(model, 'en', '/') };

/** The rows of the handbook's table of references whose first cell is one reference that the data has. */
function examples(file: string): { reference: string; ja: string; en: string }[] {
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => {
    const [, first = '', ja = '', en = ''] = line.split('|').map((cell) => cell.trim());
    const reference = /^`(\{np-[^`]+\})`$/.exec(first)?.[1];
    return reference === undefined ? [] : [{ reference, ja, en }];
  });
}

describe.each(['CONTRIBUTING.md', 'CONTRIBUTING.ja.md'])('%s', (file) => {
  test.each(examples(file))('shows what $reference prints', ({ reference, ja, en }) => {
    const [piece] = splitProse(reference);
    expect(editions.ja.resolve(piece!.reference!)?.text).toBe(ja);
    expect(editions.en.resolve(piece!.reference!)?.text).toBe(en);
  });

  test('has examples', () => expect(examples(file).length).toBeGreaterThanOrEqual(3));
});

test('the guides call the result of a target without a figure as the pages do', () => {
  expect(readFileSync('CONTRIBUTING.md', 'utf8')).toContain(`“${WORDS.result.no_data.en}”`);
  expect(readFileSync('CONTRIBUTING.ja.md', 'utf8')).toContain(`「${WORDS.result.no_data.ja}」`);
});

/** Every `npm run …` that a guide names, with the options that follow it. */
function commandsIn(file: string): { readonly name: string; readonly options: readonly string[] }[] {
  return [...readFileSync(file, 'utf8').matchAll(/npm run ([\w:-]+)(?: -- ([^`\n]*))?/g)]
    .map(([, name = '', rest = '']) => ({ name, options: [...rest.matchAll(/(?<!\S)--[a-z-]+/g)].map(([option]) => option) }));
}

test.each(['CONTRIBUTING.md', 'CONTRIBUTING.ja.md'])('the target of %s can be added as it is', (file) => {
  const block = /^ {3}```yaml\n( {5}- id: t25-payment-rate\n[^`]*) {3}```$/m.exec(readFileSync(file, 'utf8'))![1]!.replace(/^ {3}/gm, '');
  const files = readDataFiles(process.cwd()).map((each) => (each.file === 'data/2025/np-collection.yaml'
    ? { ...each, bytes: Buffer.from(new TextDecoder().decode(each.bytes).replace('\n        targets: [', '\n        targets: [t25-payment-rate, ').replace('\ntargets:\n', `\ntargets:\n${block}`)) } : each));
  const { diagnostics, model: changed } = checkData(files);
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual([]);
  expect(changed!.report.sections.some(({ data }) => data.targets?.some(({ id }) => id === 't25-payment-rate'))).toBe(true);
});

/** A block of YAML of a guide that stands in a step of a list, without its indent. */
function blockIn(file: string, first: RegExp): string {
  const blocks = [...readFileSync(file, 'utf8').matchAll(/^ {3}```yaml\n([^`]*) {3}```$/gm)].map(([, block = '']) => block.replace(/^ {3}/gm, ''));
  return blocks.find((block) => first.test(block))!;
}

/** What the check says of the data with these files added, or with these edits. */
function checkWith(changes: Readonly<Record<string, (text: string) => string>>): ReturnType<typeof checkData> {
  const files = new Map(readDataFiles(process.cwd()).map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]));
  for (const [file, change] of Object.entries(changes)) files.set(file, change(files.get(file) ?? ''));
  return checkData([...files].map(([file, text]) => ({ file, bytes: Buffer.from(text) })));
}

const errorsOf = ({ diagnostics }: ReturnType<typeof checkData>) => diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en);

describe.each(['CONTRIBUTING.md', 'CONTRIBUTING.ja.md'])('of %s, as they are', (file) => {
  test('a result, its document and its report can be added', () => {
    const added = checkWith({
      'data/indicators/np-collection/np-current-rate.yaml': (text) => text.replace(/(?=^ {2}- at: \d{4}-\d{2}$)/m, blockIn(file, /^ {2}- at: FY2025\n/)),
      'data/documents.yaml': (text) => text + blockIn(file, /^ {2}- id: performance-2025\n {4}title/),
      'data/2025/report.yaml': (text) => text + blockIn(file, /^ {2}- id: performance-2025\n {4}kind/),
    });
    expect(errorsOf(added)).toEqual([]);
    expect(new Edition(added.model!, 'en', '/').resolve(splitProse('{np-current-rate@FY2025}')[0]!.reference!)?.text).toBe('78.9%');
  });

  test('an indicator can be added', () => {
    const added = checkWith({ 'data/indicators/consultation/con-video-consultations.yaml': () => blockIn(file, /^# yaml-language-server/) });
    expect(added.diagnostics).toEqual([]);
    expect(added.model!.report.indicators.has('con-video-consultations')).toBe(true);
  });
});

/** The pictures of a guide, each with the caption below it. */
function picturesIn(file: string): { readonly alt: string; readonly path: string; readonly caption: string }[] {
  return [...readFileSync(file, 'utf8').matchAll(/^ *!\[([^\]]*)\]\(([^)]+)\)\n *<br>\*(.+)\*$/gm)].map(([, alt = '', path = '', caption = '']) => ({ alt, path, caption }));
}

describe('pictures', () => {
  const guides = { ja: picturesIn('CONTRIBUTING.ja.md'), en: picturesIn('CONTRIBUTING.md') };

  test.each(TONGUES)('of the guide in %s are its own, are there, are small and say what they are', (tongue) => {
    expect(guides[tongue].length).toBe(readFileSync(tongue === 'ja' ? 'CONTRIBUTING.ja.md' : 'CONTRIBUTING.md', 'utf8').split('![').length - 1);
    for (const { alt, path, caption } of guides[tongue]) {
      expect(path).toMatch(new RegExp(`^docs/images/[a-z-]+\\.${tongue}\\.(svg|png)$`));
      expect(statSync(path).size).toBeLessThan(80 * 1024);
      const [drawn, taken] = { ja: [/^図解です/, /^画面の写し: /], en: [/^A drawing, not a screenshot\./, /^A screenshot: /] }[tongue] as [RegExp, RegExp];
      expect(caption).toMatch(path.endsWith('.svg') ? drawn : taken);
      expect(alt.length).toBeGreaterThan(20);
      expect(/[ぁ-ん]/.test(alt)).toBe(tongue === 'ja');
    }
  });

  test('are the same in both languages, and none is left over', () => {
    const names = (tongue: 'ja' | 'en') => guides[tongue].map(({ path }) => path.replace(`.${tongue}.`, '.'));
    expect(names('ja')).toEqual(names('en'));
    expect(readdirSync('docs/images').map((name) => `docs/images/${name}`)).toEqual([...guides.ja, ...guides.en].map(({ path }) => path).sort());
  });

  test.each(Object.entries(DRAWINGS))('%s is as `node scripts/pictures.ts` draws it', (name, draw) => {
    for (const tongue of TONGUES) expect(readFileSync(`docs/images/${name}.${tongue}.svg`, 'utf8')).toBe(draw(tongue));
  });

  test('the message in them is the one that the mistake gets', () => {
    const file = 'data/indicators/np-collection/np-current-rate.yaml';
    const spoilt = readDataFiles(process.cwd()).map((each) => (each.file === file
      ? { ...each, bytes: Buffer.from(new TextDecoder().decode(each.bytes).replace('  - at: 2025-09\n    value: 72.7%\n', '  - at: 2025-09\n    value: 72.7\n')) } : each));
    const [{ line, column, code, message, repair }] = checkData(spoilt).diagnostics as [ReturnType<typeof checkData>['diagnostics'][number]];
    for (const tongue of TONGUES) {
      for (const told of [code, `${message.ja} → ${repair!.ja}`, `${message.en} → ${repair!.en}`]) expect(DRAWINGS['github-mistake']!(tongue)).toContain(told);
      expect(guides[tongue].find(({ path }) => path.includes('dev-mistake'))!.alt).toContain(`${file}:${line}:${column}`);
    }
  });
});

/** [text](docs/fields.md) → docs/fields.md; addresses elsewhere are not looked at. */
const linksIn = (file: string) => [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path!);

test.each(['README.md', 'CONTRIBUTING.md', 'CONTRIBUTING.ja.md', 'docs/begin.md', 'docs/begin.ja.md'])('%s links to files that there are', (file) => {
  expect(linksIn(file).length).toBeGreaterThan(0);
  expect(linksIn(file).filter((path) => !existsSync(join(dirname(file), path)))).toEqual([]);
});

describe('commands', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const guides = ['README.md', 'CONTRIBUTING.md', 'CONTRIBUTING.ja.md', '.github/pull_request_template.md', ...readdirSync('docs').filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`)];

  test.each(guides)('%s names those that there are, with options that they have', (file) => {
    const wrong = commandsIn(file).flatMap(({ name, options }) => {
      const source = /^node (?:.* )?(scripts\/\S+\.ts)/.exec(scripts[name] ?? '')?.[1];
      const text = source === undefined ? '' : readFileSync(source, 'utf8');
      return source === undefined && !(name in scripts) ? [name] : options.filter((option) => !text.includes(option.slice(2))).map((option) => `${name} ${option}`);
    });
    expect(wrong).toEqual([]);
  });

  test('both languages of the guide name the same, in the same order', () => {
    expect(commandsIn('CONTRIBUTING.ja.md')).toEqual(commandsIn('CONTRIBUTING.md'));
    expect(commandsIn('CONTRIBUTING.md').length).toBeGreaterThan(20);
    expect(commandsIn('docs/begin.ja.md')).toEqual(commandsIn('docs/begin.md'));
  });

  test('what the workflows take from the settings of a repository is told', () => {
    const workflows = readdirSync('.github/workflows').map((file) => readFileSync(`.github/workflows/${file}`, 'utf8')).join('');
    const variables = new Set([...workflows.matchAll(/\bvars\.(\w+)/g)].map(([, name]) => name!));
    expect([...variables]).toEqual(['PREVIEW_URL']);
    for (const name of variables) expect(readFileSync('README.md', 'utf8').split(`\`${name}\``).length).toBe(3);
  });
});

describe('data/**/*.yaml', () => {
  test.each(readDataFiles(process.cwd()).map(({ file, bytes }) => ({ file, first: new TextDecoder().decode(bytes).split('\n')[0] ?? '' })))(
    '$file names its schema on the first line',
    ({ file, first }) => {
      const path = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1];
      expect(path).toBeDefined();
      const url = new URL(path!, `file:///${file}`);
      expect(url.pathname).toMatch(/^\/data\/schema\/[a-z-]+\.json$/);
      expect(() => readFileSync(url.pathname.slice(1))).not.toThrow();
    },
  );
});
