import type { APIRoute } from 'astro';
import { indicatorJson } from '../../export/indicator.ts';
import { getModel } from '../../site/model.ts';

export const getStaticPaths = () => [...getModel().report.indicators.keys()].map((id) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) => {
  const { report } = getModel();
  const indicator = report.indicators.get(params.id ?? '');
  return new Response(indicator ? indicatorJson(report, indicator) : '', { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
