import type { APIRoute } from 'astro';
import { hasOwnIcon } from '../site/content.ts';

/** A plain icon for the tab, where the body of data brings none in public/: every page asks for one. */
export const getStaticPaths = () => (hasOwnIcon() ? [] : [{ params: { icon: 'favicon' } }]);

const ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0017c1"/>'
  + '<path d="M8 24v-7h4v7zm6 0V12h4v12zm6 0V7h4v17z" fill="#fff"/></svg>\n';

export const GET: APIRoute = () => new Response(ICON, { headers: { 'Content-Type': 'image/svg+xml' } });
