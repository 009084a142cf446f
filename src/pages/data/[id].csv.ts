import type { APIRoute } from 'astro';
import { indicatorCsv } from '../../export/indicator.ts';
import { getModel } from '../../site/model.ts';

export const getStaticPaths = () => [...getModel().report.indicators.keys()].map((id) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) => {
  const { report } = getModel();
  const indicator = report.indicators.get(params.id ?? '');
  return new Response(indicator ? indicatorCsv(report, indicator) : '', { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
