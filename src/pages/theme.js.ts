import type { APIRoute } from 'astro';

/**
 * Runs before the page is drawn, from a file of its own because no script is written into the pages: whoever has
 * chosen light or dark sees no flash of the other.
 */
const SCRIPT = `try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
`;

export const GET: APIRoute = () => new Response(SCRIPT, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
