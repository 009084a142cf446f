import { oldPlaces } from '../export/old-names.ts';
import { showBorrowed } from '../i18n/borrowed.ts';
import { BASE, getModel } from './model.ts';
import { withOldPlaces } from './old-places.ts';

/** Words that are borrowed from another language say so; ids that were changed still lead to their places. */
export function finishPage(html: string, path: string): string {
  const oldOf = oldPlaces(getModel().report)(addressIn(path));
  const placed = oldOf ? withOldPlaces(html, oldOf) : html;
  return showBorrowed(placed);
}

/** /base/ja/targets/ → targets/ */
function addressIn(path: string): string {
  return path.slice(BASE.length).replace(/^\/?[^/]*\//, '');
}
