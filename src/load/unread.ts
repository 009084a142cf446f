import type { Report } from './report.ts';
import { STAND_IN } from './salvage.ts';

/**
 * One mistake should be told once: what leads to a line or file that could not be read is no mistake of its own.
 * The names are ids (`np-rate`), figures (`np-rate@2025-09`, `np-rate@*`) and whole kinds (`document:*`).
 */
export function isUnread({ unread }: Report, kind: string, name: string): boolean {
  if (name === STAND_IN) return true;
  if (unread.size === 0) return false;
  const [id = ''] = name.split(/[@:]/);
  return [name, id, `${id}@*`, `${kind}:*`].some((each) => unread.has(each));
}
