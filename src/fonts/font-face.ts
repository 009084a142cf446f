import { FACES } from './faces.ts';

/**
 * The `@font-face` rules of the typeface, for a `<style>` in each page's head. They are not in a stylesheet
 * because the fonts are made after the stylesheets are bundled, and below a base path (`/nenpo/`) their
 * address differs.
 */
export function fontFaceRules(base: string): string {
  const folder = `${base}/fonts/`.replace(/\/+/g, '/');
  return FACES.map(({ weight, fileName }) =>
    `@font-face{font-family:'Noto Sans JP';font-style:normal;font-weight:${weight};font-display:swap;`
    + `src:url('${folder}${fileName}') format('woff2')}`,
  ).join('\n');
}
