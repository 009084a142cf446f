/** Elements that run, load, or hold what is no drawing; with whatever prefix. */
const ELEMENT = /<(?:[\w.-]+:)?(?:script|foreignObject|iframe|embed|object|audio|video|handler|listener|link|meta|html|body|img)(?=[\s/>])/gi;
/** Anything that could be an attribute such as onload. */
const HANDLER = /(?<=[\s"'/])on[a-z]+\s*=\s*["']/gi;
/** An address that is no place of the drawing itself, and no picture within it. */
const ADDRESS = /(?<=[\s"'/:])(?:href|src)\s*=\s*(?:"(?!\s*(?:#|data:image\/(?:png|jpe?g|gif|webp|avif);))[^"]*"|'(?!\s*(?:#|data:image\/(?:png|jpe?g|gif|webp|avif);))[^']*')/gi;
/** In the words of styles, as they are or spelled so that one does not see it. */
const STYLE = /url\(\s*(?!["']?\s*#|&quot;#|["']?\s*data:image\/(?:png|jpe?g|gif|webp|avif);)|@import|\\[0-9a-f]/gi;
/** An animation can give an address, or a handler, later. */
const LATER = /\battributeName\s*=\s*(["'])\s*(?:[\w.-]+:)?(?:href|src|on[a-z]+)\s*\1/gi;
/** A letter that is written as a number needs a reason. */
const SPELLED = /&#(?:0*(?:6[4-9]|[78]\d|9[027-9]|1[01]\d|12[0-2])|x0*(?:4[0-9a-f]|5[0-9ac]|6[0-9a-f]|7[0-9a]));/gi;
/** Words that stand for others, attributes that elements have without showing them, other styles, another encoding than the one that it is read in. */
const DECLARATION = /<!(?:ENTITY|ATTLIST)|<\?xml-stylesheet|<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["'])[^"']*["']/gi;

const MOST = 3;

/** Where an SVG would do something, or ask for a file from elsewhere, when it is opened by itself: the first few places. */
export function findActive(text: string): [from: number, to: number][] {
  return [ELEMENT, HANDLER, ADDRESS, STYLE, LATER, SPELLED, DECLARATION]
    .flatMap((kind) => [...text.matchAll(kind)])
    .map(({ 0: part, index }): [number, number] => [index, index + Math.min(part.length, 80)])
    .toSorted(([a], [b]) => a - b)
    .slice(0, MOST);
}
