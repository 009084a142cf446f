import { expect, test } from 'vitest';
import { checkData } from '../../../src/check/check.ts';
import { pageName } from '../../../src/pdf/page-rules.ts';
import { Edition } from '../../../src/view/edition.ts';
import { viewPrint } from '../../../src/view/print/print.ts';
import type { PrintView } from '../../../src/view/print/print.ts';
import { baseFiles } from '../../check/mistakes.ts';

const ISSUES_AND_MEASURES = /^ {4}issues:[^]*?(?=^ {4}source:)/m;
const DIRECTION = '    direction:\n      ja: 本を早く戻します。\n      en: Books come back soon.\n';

/** The small body's plan; `brief`: with a direction for its section, and no more. */
function viewPlan(brief: boolean): PrintView {
  const shorten = (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString('utf8').replace(ISSUES_AND_MEASURES, DIRECTION));
  const files = baseFiles().map(({ file, bytes }) => ({ file, bytes: brief && file.startsWith('data/mid-term/') ? shorten(bytes) : bytes }));
  const { model, diagnostics } = checkData(files);
  if (!model) throw new Error(JSON.stringify(diagnostics));
  return viewPrint(new Edition(model, 'ja', '/'), 'second');
}

const partOf = ({ parts }: PrintView) => parts.find(({ heading }) => heading)!;

test('a section of a plan with measures has pages of its own, with a running head', () => {
  const view = viewPlan(false);
  const { runsOn, chapters: [chapter] } = partOf(view);
  expect(runsOn).toBeUndefined();
  expect(chapter!.page).toBe(pageName('lending'));
  expect(view.rules).toContain(`@page ${chapter!.page} {`);
});

test('sections of which a plan says a few lines follow each other under the head of their part', () => {
  const view = viewPlan(true);
  const { heading, runsOn, chapters } = partOf(view);
  expect(runsOn).toBe(true);
  expect(chapters.map(({ page }) => page)).toEqual([heading!.page]);
  expect(view.rules.match(new RegExp(`@page ${heading!.page} \\{`, 'g'))).toHaveLength(1);
  expect(view.rules).toContain(heading!.title);
});
