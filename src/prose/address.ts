/** Where a link may lead: to the web, to mail, or within this site. */
export function isSafe(url: string): boolean {
  return /^(https?:|mailto:)/i.test(url.trim()) || isOwn(url);
}

/** A path or place of this site; not //elsewhere, nor /\elsewhere, which browsers take for the same. */
export function isOwn(url: string): boolean {
  return /^[/#.](?![/\\])|^\.\.?\//.test(url.trim());
}
