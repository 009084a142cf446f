import { escapeMarkup } from './markup.ts';

const ARROWS = { up: '↑', down: '↓', level: '→' } as const;

/**
 * A change as an arrow and words; whether it is for the better is colour on top of that, never instead.
 * @param words as the language says it: '0.2ポイント上昇', 'down 5.5%'
 */
export function changeMark(direction: keyof typeof ARROWS, words: string, tone?: 'good' | 'bad'): string {
  return (
    `<span class="change-mark${tone ? ` ${tone}` : ''}"><span aria-hidden="true">${ARROWS[direction]}</span>` +
    `${escapeMarkup(words)}</span>`
  );
}
