import { showBorrowed } from '../i18n/borrowed.ts';
import { withPolicy } from './policy.ts';

/** Words that are borrowed from another language say so; in the built site the page says what it may do. */
export function finishPage(html: string): string {
  const shown = showBorrowed(html);
  return import.meta.env.DEV ? shown : withPolicy(shown);
}
