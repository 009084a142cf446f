import type { MiddlewareHandler } from 'astro';
import { finishPage } from './site/finish-page.ts';
import { handedOver } from './site/handed.ts';

/** The last hand on every page in development; a build, which has the text of each page anyway, lays it on by itself. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const response = await next();
  if (handedOver() || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(finishPage(await response.text(), url.pathname), response);
};
