import { measureNotoSansJp } from '../../src/charts/font.ts';

export interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Texts as boxes, from what the drawing says and the same font. */
export function boxesOf(svg: string): TextBox[] {
  const size = Number(/font-size="([\d.]+)"/.exec(svg)?.[1]);
  let group = '';
  return [...svg.matchAll(/<g([^>]*)>|<\/g>|<text([^>]*)>([^<]*)/g)].flatMap((match) => {
    const [, groupLook = '', look, text = ''] = match;
    if (look === undefined) group = groupLook;
    return look === undefined ? [] : [boxOf(unescape(text), look + group, size)];
  });
}

function unescape(text: string): string {
  return text.replaceAll('&#39;', '\'').replaceAll('&amp;', '&');
}

function boxOf(text: string, look: string, size: number): TextBox {
  const x = Number(/ x="(-?[\d.]+)"/.exec(look)?.[1]);
  const y = Number(/ y="(-?[\d.]+)"/.exec(look)?.[1]);
  const width = measureNotoSansJp(text, size, look.includes('font-weight'));
  const before = width * (look.includes('"middle"') ? 0.5 : look.includes('"end"') ? 1 : 0);
  if (look.includes('rotate(-90')) {
    const bottom = y + before;
    return { text, left: x - size * 0.75, right: x + size * 0.05, top: bottom - width, bottom };
  }
  return { text, left: x - before, right: x - before + width, top: y - size * 0.75, bottom: y + size * 0.05 };
}

/** What a reader would see as a fault: a text outside of the drawing, or two texts on each other. */
export function faultsOf(svg: string): string[] {
  const [, width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.map(Number) ?? [];
  const boxes = boxesOf(svg);
  const outside = boxes.filter(({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height);
  const onEachOther = boxes.flatMap((a, index) => boxes.slice(index + 1).flatMap((b) => {
    const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    return apart ? [] : [`${a.text} × ${b.text}`];
  }));
  return [...outside.map(({ text }) => `${text} is outside`), ...onEachOther];
}
