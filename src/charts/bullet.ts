import { escapeMarkup } from './markup.ts';
import { spellPx } from './pen.ts';

export interface Bullet {
  readonly value: string;
  readonly target: string;
  readonly lastYear?: string;
  /** All of it in words, for those who cannot see it: '現在72.7%、目標80.0%、前年同期72.5%'. */
  readonly label: string;
}

const WIDTH = 320;
const HEIGHT = 26;

/** A bar from zero to the value; a thick line at the target, a thin dashed one where last year stood. */
export function bullet({ value, target, lastYear, label }: Bullet): string {
  const levels = [value, target, ...(lastYear === undefined ? [] : [lastYear])].map(Number);
  const most = Math.max(...levels);
  const low = Math.min(0, ...levels);
  const span = Math.max(most, 0) - low || 1;
  const xOf = (level: number): number => 4 + ((level - low) / span) * (WIDTH - 12);
  const [zero, end] = [xOf(0), xOf(Number(value))];
  const [from, to] = [Math.min(zero, end), Math.max(zero, end)];
  const last =
    lastYear === undefined ? '' : `<path class="bullet-last" d="M${spellPx(xOf(Number(lastYear)))} 3V23"/>`;
  return (
    `<svg class="bullet" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img"` +
    ` aria-label="${escapeMarkup(label)}" fill="none">` +
    `<path class="bullet-track" d="M4 13H${WIDTH - 4}"/>` +
    `<path class="bullet-value" d="M${spellPx(from)} 8H${spellPx(Math.max(to, from + 1))}V18H${spellPx(from)}z"/>` +
    `${last}<path class="bullet-target" d="M${spellPx(xOf(Number(target)))} 1V25"/></svg>`
  );
}
