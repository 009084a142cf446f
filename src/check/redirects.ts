import { idsOf, isOfAFile, placesIn } from '../load/named.ts';
import { nearest } from '../load/nearest.ts';
import type { Report } from '../load/report.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { isUnread } from '../load/unread.ts';
import { meantOr } from './meant.ts';
import { problem } from './problem.ts';

const FILE = 'data/redirects.yaml';

/** A redirect leads from an id that is gone to one that there is. */
export function checkRedirects(report: Report): Problem[] {
  return report.redirects.flatMap((redirect, index) => {
    const { kind, in: place, from, to } = redirect;
    const path = ['redirects', index];
    const places = isOfAFile(kind) ? placesIn(report, kind) : [];
    if (isOfAFile(kind) && place === undefined) {
      const home = places.find((each) => idsOf(report, kind, each).has(to)) ?? places[0] ?? '';
      return [problem('redirect-place', FILE, path, { ja: 'どのファイルの id かが書かれていません。', en: 'It does not say which file the id is of.' }, { ja: `「in: ${home}」のような行を書き加えてください。`, en: `Add a line such as “in: ${home}”.` })];
    }
    if (!isOfAFile(kind) && place !== undefined) {
      return [problem('redirect-place', FILE, [...path, 'in'], { ja: 'この種類の id は、どのファイルのものでもありません。', en: 'An id of this kind belongs to no file.' }, { ja: 'in: の行を消してください。', en: 'Take the line “in:” out.' })];
    }
    if (place !== undefined && !places.includes(place)) {
      return isUnread(report, 'section', place) ? [] : [problem('dangling-reference', FILE, [...path, 'in'], kind === 'row' ? { ja: `予算に表「${place}」はありません。`, en: `There is no table “${place}” of a budget.` } : { ja: `data/${place}.yaml というファイルはありません。`, en: `There is no file data/${place}.yaml.` },
        meantOr(nearest(place, places), kind === 'row' ? { ja: 'finance/2025/items のように、ファイルと表の id を書いてください。', en: 'Write the file and the id of the table, as in finance/2025/items.' } : { ja: 'data/ と .yaml を除いたファイルの名前を書いてください。', en: 'Write the name of a file without data/ and .yaml.' }))];
    }
    const others = report.redirects.filter((other) => other.kind === kind && other.in === place);
    const next = others.find((other) => other.from === to);
    const known = idsOf(report, kind, place);
    if (others.find((other) => other.from === from) !== redirect) {
      return [problem('redirect-twice', FILE, [...path, 'from'], { ja: `「${from}」の案内が二つあります。`, en: `There are two redirects from “${from}”.` }, { ja: '一つにしてください。', en: 'Keep one.' })];
    }
    if (known.has(from)) {
      return [problem('redirect-from-living', FILE, [...path, 'from'], { ja: `「${from}」は今も使われている id なので、案内できません。`, en: `“${from}” is an id in use, and cannot be redirected.` }, { ja: 'この案内を消すか、id を変えてください（npm run rename）。', en: 'Take the redirect out, or rename the id (npm run rename).' })];
    }
    if (next) {
      const loop = next.to === from || next.to === to;
      return [problem('redirect-chain', FILE, [...path, 'to'],
        loop ? { ja: `「${from}」と「${to}」の案内が堂々めぐりになっています。`, en: `The redirects of “${from}” and “${to}” lead round in a circle.` } : { ja: `「${to}」も案内元です。`, en: `“${to}” is itself redirected.` },
        loop ? { ja: '今ある id を to に書いてください。', en: 'Let “to” be an id that there is.' } : { ja: `最後の id を直接書いてください → ${next.to}`, en: `Write the last id → ${next.to}` })];
    }
    if (known.has(to) || isUnread(report, kind, to)) return [];
    return [problem('dangling-reference', FILE, [...path, 'to'], { ja: `案内先の「${to}」はありません。`, en: `There is no “${to}” to lead to.` },
      meantOr(nearest(to, [...known]), { ja: '今ある id を書いてください。', en: 'Write an id that there is.' }))];
  });
}
