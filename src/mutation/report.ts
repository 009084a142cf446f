import type { Trial } from './campaign.ts';
import { EDIT_KINDS } from './kinds.ts';
import { OUTCOMES, WRONG } from './outcome.ts';

export interface Campaign {
  readonly trials: readonly Trial[];
  readonly seed: number;
  readonly seconds: number;
  /** How many files the data have. */
  readonly files: number;
}

/** A campaign as text: a table of kinds and outcomes, and each edit that went wrong. */
export function showTrials({ trials, seconds }: Campaign): string {
  const rows = tableOf(trials);
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const table = rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ')).join('\n');
  const wrong = wrongOf(trials).map(describe).join('');
  return `${table}\n${wrong}\n${trials.length} edits in ${seconds.toFixed(0)} s, the slowest ${slowest(trials)} ms; ${wrongOf(trials).length} went wrong.\n`;
}

/** docs/mutation.md, with the day of the campaign. */
export function mutationReport({ trials, seed, seconds, files }: Campaign, day: string): string {
  const [head, ...rows] = tableOf(trials).map((row) => `| ${row.join(' | ')} |`);
  const wrong = wrongOf(trials);
  return `# Mutation campaign

Written by \`npm run mutate -- --count ${trials.length} --seed ${seed} --docs\` on ${day}: do not edit.

${trials.length} edits of ${files} files of real data, each made alone, in ${seconds.toFixed(0)} s (the slowest ${slowest(trials)} ms of computing).

${head}
| --- |${' ---: |'.repeat(OUTCOMES.length + 1)}
${rows.join('\n')}

- at: a diagnostic stands at a line that was changed; named: one elsewhere names what was changed
- shown: the data say something else, which may be meant, and so do the pages; same: they say the same
- waived: a derived figure with an editor’s reason why it does not follow from the others is another one now, which no recheck can tell
- wrong are: elsewhere (diagnostics lead neither to the change nor to its name), missed (nobody can mean the change, and there is no diagnostic),
  silent (a derived figure no longer follows from its inputs by more than their resolution, and there is no diagnostic), crash, slow (over ten seconds of computing)

${wrong.length === 0 ? 'None went wrong.' : `${wrong.length} went wrong:\n\n${wrong.map((trial) => `- ${describe(trial).trim()}`).join('\n')}`}
`;
}

function tableOf(trials: readonly Trial[]): string[][] {
  const kinds = Object.keys(EDIT_KINDS);
  const row = (name: string, some: readonly Trial[]) =>
    [name, String(some.length), ...OUTCOMES.map((outcome) => String(some.filter((trial) => trial.outcome === outcome).length))];
  return [['', 'edits', ...OUTCOMES], ...kinds.map((kind) => row(kind, trials.filter((trial) => trial.kind === kind))), row('all', trials)];
}

function wrongOf(trials: readonly Trial[]): Trial[] {
  return trials.filter(({ outcome }) => WRONG.has(outcome));
}

function describe({ number, kind, file, line, was, is, outcome, told }: Trial): string {
  return `${outcome}: ${kind} (${number}) at ${file}:${line}: ${was} → ${is}${told ? `; told: ${told}` : ''}\n`;
}

function slowest(trials: readonly Trial[]): string {
  return Math.max(0, ...trials.map(({ milliseconds }) => milliseconds)).toFixed(0);
}
