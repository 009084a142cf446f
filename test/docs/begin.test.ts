import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkBody } from '../../src/check/body.ts';
import type { Body } from '../../src/load/files.ts';
import { readDataFiles } from '../../src/load/files.ts';

const ROOT = 'test/cases/organisations/library';
const body = (files: ReadonlyMap<string, string>): Body =>
  ({ data: [...files].map(([file, text]) => ({ file, bytes: Buffer.from(text) })), fonts: [], content: [], published: [] });
const toldOf = (files: ReadonlyMap<string, string>) => checkBody(body(files)).diagnostics.map(({ file, message, repair }) => `${file} ${message.en} ${repair?.en}`);

/** The files that a step of the guide shows, each below its name; one that is shown again takes the place of the first. */
function filesIn(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^`(data\/[^`]+)`\n\n```yaml\n([^`]*)```$/gm)].map(([, file = '', yaml = '']) => [file, yaml]));
}

describe.each(['docs/begin.md', 'docs/begin.ja.md'])('%s', (guide) => {
  const [start = '', first = '', second = '', rest = ''] = readFileSync(guide, 'utf8').split(/^## /m);
  const fewest = filesIn(first);

  test('begins with a body that the check has nothing to say of', () => {
    expect([...fewest.keys()].sort()).toEqual(['data/2025/lending.yaml', 'data/2025/report.yaml', 'data/documents.yaml', 'data/organisation.yaml', 'data/outline.yaml', 'data/units.yaml']);
    expect(toldOf(fewest)).toEqual([]);
  });

  test.each([...fewest.keys()])('which needs %s', (file) => {
    expect(toldOf(new Map([...fewest].filter(([name]) => name !== file))).join('\n')).toContain('docs/begin.md says how');
  });

  test('leads to the body that the tests build, file by file', () => {
    const whole = new Map([...fewest, ...filesIn(second)]);
    expect(toldOf(whole)).toEqual([]);
    expect(Object.fromEntries(whole)).toEqual(Object.fromEntries(readDataFiles(ROOT).map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)])));
    expect(filesIn(start + rest).size).toBe(0);
  });
});
