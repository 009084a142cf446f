import { expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { Edition } from '../../src/view/edition.ts';
import { viewSection } from '../../src/view/section.ts';
import { baseFiles } from '../check/mistakes.ts';

const { model } = checkData(baseFiles());
const [report] = model!.editions;
const [entry] = report!.sections;

test('a section of which nothing was planned, such as a foreword, has no plan that could be missing', () => {
  const unplanned = entry!.measures.map((measure) => ({
    ...measure,
    clauses: measure.clauses.map(({ plan: _, targets: __, ...clause }) => clause),
  }));
  const edition = new Edition(model!, 'en', '/');
  expect(viewSection(edition, entry!).hasPlan).toBe(true);
  expect(viewSection(edition, { ...entry!, measures: unplanned }).hasPlan).toBe(false);
});

test('a plan that nothing has followed yet has no progress that could be missing; a report has', () => {
  const edition = new Edition(model!, 'en', '/');
  const unfollowed = entry!.measures.map((measure) => ({ ...measure, clauses: measure.clauses.map(({ progress: _, evaluation: __, ...clause }) => clause) }));
  const plan = { ...entry!.report, kind: 'plan' as const };
  expect(viewSection(edition, { ...entry!, report: plan, measures: unfollowed }).hasProgress).toBe(false);
  expect(viewSection(edition, { ...entry!, report: plan }).hasProgress).toBe(true);
  expect(viewSection(edition, { ...entry!, measures: unfollowed }).hasProgress).toBe(true);
});
