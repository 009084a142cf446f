import type { Locale, Tongue } from '../locale.ts';

/** What a language is called in one of the program's own: ('zh', 'en') → Chinese. */
export function nameOf(locale: Locale, tongue: Tongue): string {
  return new Intl.DisplayNames([tongue], { type: 'language' }).of(locale) ?? locale;
}

/** The script that a language is written in: ja → Jpan, en → Latn, zh → Hans. */
export function scriptOf(locale: Locale): string {
  const script = SCRIPTS.get(locale) ?? new Intl.Locale(locale).maximize().script ?? 'Latn';
  SCRIPTS.set(locale, script);
  return script;
}

const SCRIPTS = new Map<Locale, string>();
