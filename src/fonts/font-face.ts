import { FACES } from './faces.ts';

/**
 * The stylesheet `fonts.css` that lies beside the font files and names them relative to itself, so that it holds
 * below any base path. Pages link it; no other stylesheet says where the fonts are.
 */
export function fontFaceRules(): string {
  return FACES.map(({ weight, fileName }) =>
    `@font-face{font-family:'Noto Sans JP';font-style:normal;font-weight:${weight};font-display:swap;`
    + `src:url('${fileName}') format('woff2')}\n`,
  ).join('');
}
