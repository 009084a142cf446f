import type { Tongue } from '../src/locale.ts';

/** The language of messages where no flag says it: that of the terminal, English where it says nothing. */
export function preferredLocale(environment: NodeJS.ProcessEnv = process.env): Tongue {
  const language = environment.NENPO_LANG || environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return language.startsWith('ja') ? 'ja' : 'en';
}
