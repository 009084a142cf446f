import type { Measure } from './font.ts';

/** What a context says of a text, by the widths of the font that the pages have: neither the machine’s font nor whether it has arrived moves anything. */
export function metricsOf(measure: Measure, text: string, font: string): TextMetrics {
  const { size, bold } = parseFont(font);
  const width = measure(text, size, bold);
  return {
    width,
    actualBoundingBoxLeft: 0,
    actualBoundingBoxRight: width,
    actualBoundingBoxAscent: size * 0.88,
    actualBoundingBoxDescent: size * 0.12,
  } as TextMetrics;
}

/** bold 14px sans-serif → 14, bold */
export function parseFont(font: string): { readonly size: number; readonly bold: boolean } {
  return { size: Number(/([\d.]+)px/.exec(font)?.[1] ?? 10), bold: /\b(bold|[6-9]00)\b/.test(font) };
}
