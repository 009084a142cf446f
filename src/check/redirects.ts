import { nearest } from '../load/nearest.ts';
import type { Report } from '../load/report.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { isUnread } from '../load/unread.ts';
import { meantOr } from './meant.ts';
import { problem } from './problem.ts';

const FILE = 'data/redirects.yaml';

/** A redirect leads from an id that is gone to one that there is. */
export function checkRedirects(report: Report): Problem[] {
  const known = {
    indicator: new Set(report.indicators.keys()),
    section: new Set(report.outline.parts.flatMap((part) => part.sections.map(({ id }) => id))),
    target: new Set([...report.sections, ...report.midTerms].flatMap(({ data }) => (data.targets ?? []).map(({ id }) => id))),
  };
  return report.redirects.flatMap(({ kind, from, to }, index) => {
    const path = ['redirects', index];
    const first = report.redirects.findIndex((other) => other.kind === kind && other.from === from);
    const next = report.redirects.find((other) => other.kind === kind && other.from === to);
    if (first < index) {
      return [problem('redirect-twice', FILE, [...path, 'from'], { ja: `「${from}」の案内が二つあります。`, en: `There are two redirects from “${from}”.` }, { ja: '一つにしてください。', en: 'Keep one.' })];
    }
    if (known[kind].has(from)) {
      return [problem('redirect-from-living', FILE, [...path, 'from'], { ja: `「${from}」は今も使われている id なので、案内できません。`, en: `“${from}” is an id in use, and cannot be redirected.` }, { ja: 'この案内を消すか、id を変えてください（npm run rename）。', en: 'Take the redirect out, or rename the id (npm run rename).' })];
    }
    if (next) {
      const loop = next.to === from || next.to === to;
      return [problem('redirect-chain', FILE, [...path, 'to'],
        loop ? { ja: `「${from}」と「${to}」の案内が堂々めぐりになっています。`, en: `The redirects of “${from}” and “${to}” lead round in a circle.` } : { ja: `「${to}」も案内元です。`, en: `“${to}” is itself redirected.` },
        loop ? { ja: '今ある id を to に書いてください。', en: 'Let “to” be an id that there is.' } : { ja: `最後の id を直接書いてください → ${next.to}`, en: `Write the last id → ${next.to}` })];
    }
    if (known[kind].has(to) || isUnread(report, kind, to)) return [];
    return [problem('dangling-reference', FILE, [...path, 'to'], { ja: `案内先の「${to}」はありません。`, en: `There is no “${to}” to lead to.` },
      meantOr(nearest(to, [...known[kind]]), { ja: '今ある id を書いてください。', en: 'Write an id that there is.' }))];
  });
}
