import type { MiddlewareHandler } from 'astro';
import { finishPage } from './site/finish-page.ts';

/** The last hand on every page. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(finishPage(await response.text(), url.pathname), response);
};
