import type { APIRoute } from 'astro';
import type { Locale } from '../../../../locale.ts';
import { comparableJson } from '../../../../view/comparable.ts';
import { handedOver } from '../../../../site/handed.ts';
import { getEdition, getModel, inEveryLocale } from '../../../../site/model.ts';

/** In development; a build writes these many small files by itself. */
export const getStaticPaths = () => (handedOver() ? [] : inEveryLocale([...getModel().report.indicators.keys()].map((id) => ({ id }))));

/** What the page that compares indicators puts together. */
export const GET: APIRoute = ({ params }) => {
  const edition = getEdition(params['locale'] as Locale);
  const indicator = edition.model.report.indicators.get(params['id'] ?? '');
  const body = indicator ? comparableJson(edition, indicator) : '';
  return new Response(body, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
