import { expect, test } from 'vitest';
import { viewVerdict } from '../../src/view/verdict.ts';
import { Edition } from '../../src/view/edition.ts';
import { checkData } from '../../src/check/check.ts';
import { readDataFiles } from '../../src/load/files.ts';

const FILE = 'data/indicators/np-collection/np-current-rate.yaml';
const data = readDataFiles(process.cwd());

/** What the growth of the rate is, where the document prints this change. */
function growthPrinted(change: string): string | undefined {
  const files = data.map((each) => (each.file === FILE
    ? { ...each, bytes: Buffer.from(new TextDecoder().decode(each.bytes).replace('value: 72.7%\n    change: +0.2%\n', `value: 72.7%\n    change: ${change}\n    waiver:\n      change: { ja: 印刷のまま, en: As printed }\n`)) } : each));
  const model = checkData(files).model!;
  const edition = new Edition(model, 'en', '/');
  return viewVerdict(edition, model.verdictsById.get('t25-01')!).parts[0]!.computation;
}

test.each([
  ['+0.2%', '72.7% − 72.5% = +0.2 pp'],
  ['+0.3%', '72.7% − 72.5% = +0.2 pp (published as +0.3 pp, from figures before rounding)'],
  ['+0.6%', '72.7% − 72.5% = +0.2 pp (published as +0.6 pp)'],
])('a printed change of %s is said to come from figures before rounding only where it can', (change, computation) => {
  expect(growthPrinted(change)).toBe(computation);
});
