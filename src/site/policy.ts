import { createHash } from 'node:crypto';
import { TAG } from '../i18n/tags.ts';

/**
 * What a page may do: its own styles, scripts, pictures and data, and nothing else. The one style that a page holds, the
 * rules of a print page in its head, is allowed by its digest; a script within a page never is.
 */
export function policyFor(html: string): string {
  const head = html.slice(0, html.indexOf('</head>'));
  const styles = [...head.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text = '']) => ` 'sha256-${digest(text)}'`).join('');
  return [
    "default-src 'none'",
    // The search is compiled code, which may run; code from text may not.
    `script-src 'self' 'wasm-unsafe-eval'`,
    "worker-src 'self'",
    `style-src 'self'${styles}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}

/** The page with its policy before anything that the policy is about. */
export function withPolicy(page: string): string {
  const html = withPlainHead(page);
  return html.replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">`);
}

/** The words of its head spelled so that none of them is taken for a style, or for the head’s end: not here, and not where a page is printed. */
function withPlainHead(html: string): string {
  const tags = new RegExp(TAG, 'g');
  for (const { 0: tag, index } of html.matchAll(tags)) {
    if (tag === '</head>') return html.slice(0, index).replace(tags, spellAngles) + html.slice(index);
  }
  return html;
}

function spellAngles(tag: string): string {
  return tag.slice(1, -1).search(/[<>]/) < 0 ? tag : `<${tag.slice(1, -1).replaceAll('<', '&lt;').replaceAll('>', '&gt;')}>`;
}

/** What a page cannot say of itself: headers of hosts that read a `_headers` file. */
export function headersFile(base: string): string {
  return `${base}*
  Content-Security-Policy: frame-ancestors 'none'; object-src 'none'; base-uri 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
