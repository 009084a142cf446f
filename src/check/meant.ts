import type { Localized } from '../locale.ts';
import { nearest } from '../load/nearest.ts';
import type { LoadedIndicator } from '../load/report.ts';

/** The repair of a name that leads nowhere: the one that was probably meant, or what to do when there is none. */
export function meantOr(guess: string | undefined, otherwise: Localized): Localized {
  return guess === undefined
    ? otherwise
    : { ja: `「${guess}」ではありませんか。`, en: `Did you mean “${guess}”?` };
}

export function meant(id: string, known: Iterable<string>, otherwise: Localized): Localized {
  return meantOr(nearest(id, [...known]), otherwise);
}

export function noPeriod(id: string, at: string): Localized {
  return {
    ja: `指標「${id}」に時点 ${at} の値はありません。`,
    en: `The indicator “${id}” has no figure for ${at}.`,
  };
}

/** The periods that there are to choose from, the latest last. */
export function periodsOf({ observations }: LoadedIndicator): Localized {
  const periods = [...observations.keys()].slice(-6);
  const rest = observations.size > periods.length ? { ja: '… ', en: '… ' } : { ja: '', en: '' };
  return {
    ja: `値のある時点: ${rest.ja}${periods.join('、')}`,
    en: `Periods with a figure: ${rest.en}${periods.join(', ')}`,
  };
}
