import { MAIN_FAMILY, printStack } from '../fonts/families.ts';
import { fitHead } from './running-head.ts';

/** A part of the print edition that has its own running head. */
export interface PrintSection {
  /** The CSS page name; the section's element has the class `on-<name>`. See `pageName`. */
  readonly name: string;
  /** The running head, as plain text; what its line has no room for is cut. */
  readonly heading: string;
  /** Wide tables are printed across. */
  readonly orientation?: 'portrait' | 'landscape';
}

/**
 * The `@page` rules that differ from document to document: one running head for each section. They go into a
 * `<style>` of the print page; all that is the same in every document is in `print.css`. `family`: what its language is set in.
 */
export function pageRules(sections: readonly PrintSection[], title: string, family = MAIN_FAMILY): string {
  return sections.map((section) => pageRule(section, title, family)).join('\n');
}

/**
 * A CSS page name for an id: `i-2` → `sec-i-2`, `国年` → `sec-_56fd__5e74_`. Different ids give different
 * names.
 */
export function pageName(id: string): string {
  return `sec-${id.replace(/[^a-z0-9-]/g, (char) => `_${char.codePointAt(0)!.toString(16)}_`)}`;
}

/**
 * A later `@page` without a name takes its size, margins and typeface from a named one (Chromium 156), and the print
 * stylesheet may come later: hence `!important`.
 */
const ACROSS = 'size: A4 landscape !important; margin: 24mm 18mm 20mm !important; ';

function pageRule({ name, heading, orientation }: PrintSection, title: string, family: string): string {
  const size = orientation === 'landscape' ? ACROSS : '';
  const head = fitHead(title, heading, orientation);
  const font = family === MAIN_FAMILY ? '' : ` font-family: ${printStack(family)} !important;`;
  const foot = font && ` @bottom-center {${font} }`;
  return `@page ${name} { ${size}@top-left { content: ${cssString(head.title)};${font} }`
    + ` @top-right { content: ${cssString(head.section)};${font} }${foot} } .on-${name} { page: ${name}; }`;
}

/**
 * Text as a CSS string that can also stand inside `<style>`: quotes, backslashes, line ends and `<` are
 * escaped, so no heading can end the string, the rule or the element.
 */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<>\p{Cc}]/gu, (char) => `\\${char.codePointAt(0)!.toString(16)} `)}"`;
}
