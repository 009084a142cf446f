import { expect, test } from 'vitest';
import { checkData } from '../../../src/check/check.ts';
import { pageName } from '../../../src/pdf/page-rules.ts';
import { Edition } from '../../../src/view/edition.ts';
import { viewPrint } from '../../../src/view/print/print.ts';
import type { PrintView } from '../../../src/view/print/print.ts';
import { baseFiles } from '../../check/mistakes.ts';

const MEASURES = /^ {4}issues:[^]*?(?=^ {4}source:)/m;
const DIRECTION = '    direction:\n      ja: 本を早く戻します。\n      en: Books come back soon.\n';const ROOMS = '  - id: rooms\n    number: III\n    title: { ja: 部屋, en: Rooms }\n    sections:\n      - id: reading\n        number: "1"\n        title: { ja: 読書室, en: Reading rooms }\n';

/** What a plan says of its section: a few lines, less than a page, or more. */
type Length = 'brief' | 'usual' | 'long';

/** The small body's plan, or one with a second part. */
function viewPlan(length: Length, parts: 1 | 2 = 1): PrintView {
  const edit = (file: string, text: string): string => {
    if (file === 'data/outline.yaml' && parts === 2) return text + ROOMS;
    if (!file.startsWith('data/mid-term/')) return text;
    const plan = length === 'brief' ? text.replace(MEASURES, DIRECTION) : length === 'long' ? text.replace('の前に知らせます。', (words) => words.repeat(120)) : text;
    return parts === 1 ? plan : plan.replace('\ntargets:\n', `\n  - sections: [reading]\n${DIRECTION}    source:\n      document: progress-2025\n      page: 1\ntargets:\n`);
  };
  const files = baseFiles().map(({ file, bytes }) => ({ file, bytes: Buffer.from(edit(file, Buffer.from(bytes).toString('utf8'))) }));
  const { model, diagnostics } = checkData(files);
  if (!model) throw new Error(JSON.stringify(diagnostics));
  return viewPrint(new Edition(model, 'ja', '/'), 'second');
}

const partsOf = ({ parts }: PrintView) => parts.filter(({ heading }) => heading);
const headsOf = ({ rules }: PrintView, page: string) => [...rules.matchAll(/@page (\S+) .*?@top-right \{ content: "([^"]*)"/g)].filter(([, name]) => name === page).map(([, , head]) => head);

test('a section of a plan that fills more than a page has pages of its own, with a running head', () => {
  const view = viewPlan('long');
  const { runsOn, chapters: [chapter] } = partsOf(view)[0]!;
  expect(runsOn).toBeUndefined();
  expect(chapter!.page).toBe(pageName('lending'));
  expect(headsOf(view, chapter!.page)).toEqual([chapter!.title]);
});

test.each(['brief', 'usual'] as const)('%s sections of less than a page follow each other under the head of their part', (length) => {
  const view = viewPlan(length);
  const { heading, runsOn, chapters } = partsOf(view)[0]!;
  expect(runsOn).toBe(true);
  expect(chapters.map(({ page }) => page)).toEqual([heading!.page]);
  expect(headsOf(view, heading!.page)).toEqual([expect.stringMatching(new RegExp(`${heading!.title}$`))]);
});

test('parts of a few lines follow each other too, under one running head', () => {
  const view = viewPlan('brief', 2);
  const [first, second] = partsOf(view);
  expect([first!.joined, second!.joined]).toEqual([false, true]);
  expect(new Set([first!, second!].flatMap(({ heading, chapters }) => [heading!.page, ...chapters.map(({ page }) => page)])).size).toBe(1);
  expect(headsOf(view, first!.heading!.page)).toEqual([`${first!.heading!.number}～III　主な方向性`]);
});

test('a part with more than that has its own pages, though the one after it has a few lines only', () => {
  const [first, second] = partsOf(viewPlan('usual', 2));
  expect(second!.joined).toBeUndefined();
  expect(second!.heading!.page).not.toBe(first!.heading!.page);
});
