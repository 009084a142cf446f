import type { Clip, Drawn, DrawnPath, DrawnText, Look } from './drawn.ts';
import { spellPx } from './pen.ts';
import { isRole, ROLES } from './theme.ts';

/**
 * SVG elements for what was drawn, in that order. Neighbours of one look share their attributes, and paths of
 * one look become one path (so a look must not depend on one path lying over the other: no opacity).
 * @param fontSize the size that the surrounding element sets, px
 * @param id prefix of the ids of clips
 */
export function renderDrawn(
  drawn: readonly Drawn[],
  clips: readonly Clip[],
  fontSize: number,
  id: string,
): string {
  const groups = groupByLook(drawn.map((item) => inheritSize(item, fontSize)));
  return renderClips(findUsed(clips, drawn), id) + groups.map((group) => renderGroup(group, id)).join('');
}

/** With the clips that they lie within. */
function findUsed(clips: readonly Clip[], drawn: readonly Drawn[]): Clip[] {
  const used = new Set(drawn.map(({ look }) => look.clip));
  for (const { id, within } of clips.toReversed()) if (used.has(id)) used.add(within);
  return clips.filter(({ id }) => used.has(id));
}

function inheritSize(item: Drawn, fontSize: number): Drawn {
  const { fontSize: size, ...look } = item.look;
  return size === fontSize ? { ...item, look } : item;
}

function renderClips(clips: readonly Clip[], id: string): string {
  if (clips.length === 0) return '';
  const paths = clips.map((clip) => {
    const within = clip.within ? ` clip-path="url(#${id}-${clip.within})"` : '';
    return `<clipPath id="${id}-${clip.id}"${within}><path d="${clip.d}"/></clipPath>`;
  });
  return `<defs>${paths.join('')}</defs>`;
}

function groupByLook(drawn: readonly Drawn[]): Drawn[][] {
  const groups: Drawn[][] = [];
  for (const item of drawn) {
    const group = groups.at(-1);
    if (group?.[0] && isAlike(group[0], item)) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

const LOOK = ['fill', 'stroke', 'width', 'dash', 'cap', 'join', 'opacity', 'clip', 'fontSize', 'bold', 'anchor'] as const satisfies readonly (keyof Look)[];

function isAlike(a: Drawn, b: Drawn): boolean {
  return a.kind === b.kind && LOOK.every((key) => a.look[key] === b.look[key]);
}

function renderGroup(group: readonly Drawn[], id: string): string {
  const paths = group.filter((item): item is DrawnPath => item.kind === 'path');
  const texts = group.filter((item): item is DrawnText => item.kind === 'text');
  const attributes = renderLook((group[0] as Drawn).look, id);
  if (paths.length > 0) return renderPaths(paths, attributes);
  if (texts.length === 1) return renderText(texts[0] as DrawnText, attributes);
  return `<g${attributes}>${texts.map((text) => renderText(text, '')).join('')}</g>`;
}

function renderPaths(paths: readonly DrawnPath[], attributes: string): string {
  if ((paths[0] as DrawnPath).look.opacity !== undefined) {
    return `<g${attributes}>${paths.map(({ d }) => `<path d="${d}"/>`).join('')}</g>`;
  }
  return `<path${attributes} d="${paths.map(({ d }) => d).join('')}"/>`;
}

function renderText({ text, x, y, rotation }: DrawnText, attributes: string): string {
  const [left, top] = [spellPx(x), spellPx(y)];
  const angle = Math.round(rotation);
  const turn = angle === 0 ? '' : ` transform="rotate(${angle} ${left} ${top})"`;
  return `<text${attributes} x="${left}" y="${top}"${turn}>${escapeMarkup(text)}</text>`;
}

/**
 * Classes for the style sheet, and attributes that hold where there is none (a saved picture) and that any
 * style sheet overrides.
 */
function renderLook(look: Look, id: string): string {
  const { fill, stroke } = look;
  const classes = [fill && isRole(fill) && `f-${fill}`, stroke && isRole(stroke) && `s-${stroke}`];
  const halo = look.anchor && fill && stroke;
  const attributes: [string, string | number | undefined | false | ''][] = [
    ['class', classes.filter(Boolean).join(' ')],
    ['fill', fill && colourOf(fill)],
    ['stroke', stroke && colourOf(stroke)],
    ['stroke-width', look.width !== undefined && look.width !== 1 && spellPx(look.width)],
    ['stroke-dasharray', look.dash],
    ['stroke-linecap', look.cap],
    ['stroke-linejoin', look.join],
    ['paint-order', halo && 'stroke'],
    ['opacity', look.opacity],
    ['clip-path', look.clip && `url(#${id}-${look.clip})`],
    ['font-size', look.fontSize && spellPx(look.fontSize)],
    ['font-weight', look.bold && 700],
    ['text-anchor', look.anchor !== 'start' && look.anchor],
  ];
  const present = attributes.filter(([, value]) => value);
  return present.map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`).join('');
}

function colourOf(colour: string): string {
  return isRole(colour) ? ROLES[colour] : colour;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;',
};

/** Whatever is not as it stands: most texts have none of it. */
const UNSAFE = /[&<>"'\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF\uD800-\uDFFF]/;

/** Safe as text and as a quoted attribute, in HTML and in XML; characters that XML forbids are dropped. */
export function escapeMarkup(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
