import type { Tongue } from '../../locale.ts';
import type { Scaffold } from './scaffold.ts';

const WORDS = {
  ja: {
    title: (year: string) => `${year}を始める手順`,
    general: ['`data/documents.yaml` の計画の文書名・公表の年月を確かめ、書き直す', '`report.yaml` の `title`・`asOf`・`published` を書き直す', '終わったら `npm run check` を実行し、このファイルを消す'],
    clauses: (count: number) => `施策の見出し（\`title\`）を新しい計画に合わせ、計画項目 ${count} 件に \`plan:\` を書く。続けない項目は消し、\`dropped:\` に前年度の項目を書く。新しい項目の \`from:\` は \`relation: new\` とする`,
    targets: (ids: string) => `目標の内容（\`wording\`）と規則（\`rule\`）を書き、見出し（\`title\`）を確かめる: ${ids}`,
    issue: (text: string, measure?: string) => `前年度の課題に答える${measure ? `（施策 \`${measure}\`）` : ''}: ${text}`,
  },
  en: {
    title: (year: string) => `How to begin ${year}`,
    general: ['Check and correct the plan’s title and date in `data/documents.yaml`', 'Correct `title`, `asOf` and `published` in `report.yaml`', 'When all is done, run `npm run check` and delete this file'],
    clauses: (count: number) => `Fit the titles of the measures to the new plan, and write \`plan:\` for ${count} plan ${count === 1 ? 'item' : 'items'}. Delete what does not go on, and name last year’s item under \`dropped:\`. A new item has \`relation: new\` under \`from:\``,
    targets: (ids: string) => `Write what is aimed for (\`wording\`) and the \`rule\`, and check the \`title\`, of: ${ids}`,
    issue: (text: string, measure?: string) => `Answer last year’s issue${measure ? ` (measure \`${measure}\`)` : ''}: ${text}`,
  },
} as const;

/** What is left to do, as Markdown. */
export function checklist(scaffold: Scaffold, tongue: Tongue): string {
  const words = WORDS[tongue];
  const box = (text: string) => `- [ ] ${text}`;
  const sections = scaffold.sections.flatMap(({ file, title, clauses, targets, issues }) => [
    '', `## ${title[tongue]} (\`${file}\`)`, '',
    box(words.clauses(clauses)),
    ...(targets.length > 0 ? [box(words.targets(targets.map((id) => `\`${id}\``).join(', ')))] : []),
    ...issues.map(({ text, measure }) => box(words.issue(text[tongue], measure))),
  ]);
  return [`# ${words.title(scaffold.title[tongue])}`, '', ...words.general.map(box), ...sections].join('\n');
}
