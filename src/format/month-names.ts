import type { Locale } from '../locale.ts';

/** What a language calls the months, alone and within a date: décembre; grudzień and grudnia; 12월. */
export function monthNames(tag: Locale): readonly (readonly string[])[] {
  const known = NAMES.get(tag);
  if (known) return known;
  const [alone, dated] = [{ month: 'long' } as const, { month: 'long', day: 'numeric' } as const]
    .map((options) => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' }));
  const names = Array.from({ length: 12 }, (_, month) => [...new Set([alone!, dated!].map((format) => monthIn(format, month)))]);
  NAMES.set(tag, names);
  return names;
}

const NAMES = new Map<Locale, readonly (readonly string[])[]>();

function monthIn(format: Intl.DateTimeFormat, month: number): string {
  const parts = format.formatToParts(new Date(Date.UTC(2000, month, 2)));
  const at = parts.findIndex(({ type }) => type === 'month');
  // 12 and 월 are two parts where a day follows.
  const unit = /^\d+$/.test(parts[at]?.value ?? '') ? (/^\S+/.exec(parts[at + 1]?.value ?? '')?.[0] ?? '') : '';
  return `${parts[at]?.value ?? ''}${unit}`;
}
