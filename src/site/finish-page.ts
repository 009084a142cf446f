import { oldPlaces } from '../export/old-names.ts';
import { showBorrowed } from '../i18n/borrowed.ts';
import { BASE, getModel } from './model.ts';
import { withOldPlaces } from './old-places.ts';
import { withPolicy } from './policy.ts';

/** Words that are borrowed from another language say so; ids that were changed still lead to their places; in the built site the page says what it may do. */
export function finishPage(html: string, path: string): string {
  const oldOf = oldPlaces(getModel().report)(addressIn(path));
  const placed = oldOf ? withOldPlaces(html, oldOf) : html;
  const shown = showBorrowed(placed);
  return import.meta.env.DEV ? shown : withPolicy(shown);
}

/** /base/ja/targets/ → targets/ */
function addressIn(path: string): string {
  return path.slice(BASE.length).replace(/^\/?[^/]*\//, '');
}
