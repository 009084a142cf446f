import { cssString } from './page-rules.ts';
import { emsOf } from './running-head.ts';

/**
 * How a language marks the notes below a table: 注1, Note 1. `mark` has {0} for the number. A true list marker, unlike
 * generated content, is part of what a screen reader reads; the notes are set in as far as it needs.
 */
export function noteRule(mark: string, gap: string): string {
  const [before = '', after = ''] = mark.split('{0}');
  return `@counter-style note { system: extends decimal; prefix: ${cssString(before)}; suffix: ${cssString(after + gap)}; }`
    + ` ol.notes { padding-inline-start: ${Math.ceil(emsOf(`${before}9${after}${gap}`))}em; list-style: note; }`;
}
