import type { PhrasingContent, Root, RootContent } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { isOwn, isSafe } from './address.ts';
import { renderPlainParagraph } from './plain-paragraph.ts';
import type { Reference } from './reference.ts';
import { splitProse } from './reference.ts';

/** What a reference becomes in a language. */
export interface Resolved {
  readonly text: string;
  readonly href?: string;
  /** Class of the link: `figure`, `term` or `reference`. */
  readonly className?: string;
}

export type Resolve = (reference: Reference) => Resolved | undefined;

/**
 * Markdown with references in braces → HTML. Raw HTML in the text is left out;
 * links go to http(s), mail or this site only, pictures come from this site only.
 */
export function renderProse(markdown: string, resolve: Resolve): string {
  const text = joinLines(markdown);
  return renderPlainParagraph(text, resolve) ?? renderMarkdown(text, resolve);
}

/** The same for whatever text; one that nests beyond what can be read is a paragraph as it is written. */
export function renderMarkdown(text: string, resolve: Resolve): string {
  const source = text.replaceAll('\\{', BRACE);
  return renderNested(source, resolve).replaceAll(BRACE, '{').replaceAll(LESS, '&lt;').replaceAll(MORE, '&gt;');
}

function renderNested(source: string, resolve: Resolve): string {
  try {
    const tree = MARKDOWN.parse(source);
    bindReferences(tree, resolve);
    return renderTree(tree);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return renderTree({ type: 'root', children: [{ type: 'paragraph', children: bindText(source, resolve) }] });
  }
}

function renderTree(tree: Root): string {
  return String(HTML.stringify(HTML.runSync(tree)));
}

/** Made once: a site has thousands of short texts. One tilde is that of a range, 10~20. */
const MARKDOWN = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();
const HTML = unified().use(remarkRehype).use(rehypeStringify).freeze();

/** The same without its paragraph: for a cell, a heading, a list item. */
export function renderInline(markdown: string, resolve: Resolve): string {
  return renderProse(markdown, resolve).replace(/^<p>([\s\S]*)<\/p>$/, (whole, inner: string) =>
    inner.includes('<p>') ? whole : inner,
  );
}

/** Plain text with its figures in place: for metadata, alternatives of pictures, tables of translators. */
export function renderPlain(text: string, resolve: Resolve): string {
  return splitProse(joinLines(text))
    .map(({ raw, reference }) => (reference?.kind === 'ruby' ? reference.text : reference ? (resolve(reference)?.text ?? raw) : raw.replace(ESCAPED, '$1')))
    .join('');
}

/** \< is how a text says <. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** Stands for an escaped brace while Markdown, which would take the backslash away, is read. */
const BRACE = '\uE000';
/** Stand for the signs in the attributes of a link or picture, where HTML need not spell them: for all that reads a text after this, every < begins a tag and every > ends one. */
const [LESS, MORE] = ['\uE001', '\uE002'];

function spelled(words: string): string {
  return words.replaceAll('<', LESS).replaceAll('>', MORE);
}

/** A line break inside a Japanese sentence is not a space. */
function joinLines(text: string): string {
  return text.replace(/(?<=[\u3000-\u9FFF\uFF00-\uFFEF}])\n(?=[\u3000-\u9FFF\uFF00-\uFFEF{])/g, '');
}

type Parent = Root | Extract<RootContent, { children: unknown[] }>;

function bindReferences(parent: Parent, resolve: Resolve): void {
  parent.children = parent.children.flatMap((child): RootContent[] => {
    if (child.type === 'text') return bindText(child.value, resolve);
    if ('children' in child) bindReferences(child as Parent, resolve);
    if (child.type === 'link' && !isSafe(child.url)) return child.children;
    if (child.type === 'definition' && !isSafe(child.url)) return [];
    // What Markdown makes of footnotes is in English, and twice the same place where two texts of a page have some.
    if (child.type === 'footnoteReference') return [{ type: 'text', value: `[^${child.label ?? child.identifier}]` }];
    if (child.type === 'footnoteDefinition') return child.children;
    if (child.type === 'imageReference' || (child.type === 'image' && !isOwn(child.url)))
      return [{ type: 'text', value: child.alt ?? '' }];
    if ('title' in child && child.title) child.title = spelled(child.title);
    if (child.type === 'image' && child.alt) child.alt = spelled(child.alt);
    return [child];
  }) as typeof parent.children;
}

function bindText(value: string, resolve: Resolve): PhrasingContent[] {
  return splitProse(value).map(({ raw, reference }): PhrasingContent => {
    if (reference?.kind === 'ruby') return ruby(reference.text, reference.reading);
    const resolved = reference ? resolve(reference) : undefined;
    if (!resolved) return { type: 'text', value: raw };
    if (resolved.href === undefined) return { type: 'text', value: resolved.text };
    const className = resolved.className
      ? { data: { hProperties: { className: [resolved.className] } } }
      : {};
    return {
      type: 'link',
      url: resolved.href,
      children: [{ type: 'text', value: resolved.text }],
      ...className,
    };
  });
}

/** Readers without ruby show the reading in brackets. */
function ruby(text: string, reading: string): PhrasingContent {
  const element = (name: string, children: PhrasingContent[]): PhrasingContent => ({ type: 'emphasis', data: { hName: name }, children });
  const words = (value: string): PhrasingContent => ({ type: 'text', value });
  return element('ruby', [words(text), element('rp', [words('（')]), element('rt', [words(reading)]), element('rp', [words('）')])]);
}
