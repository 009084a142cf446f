import type { Edition } from './edition.ts';

/** So many pages in a row may show the same views; those of a whole archive together would take much memory. */
const KEPT = 32;

/** A view that is made once for an edition, however many pages show it, as long as they are made soon after one another. */
export function oncePerEdition<Key extends object, View>(
  make: (edition: Edition, key: Key) => View,
): (edition: Edition, key: Key) => View {
  const made = new WeakMap<Edition, Map<Key, View>>();
  return (edition, key) => {
    const views = made.get(edition) ?? new Map<Key, View>();
    made.set(edition, views);
    const view = views.get(key) ?? make(edition, key);
    views.set(key, view);
    if (views.size > KEPT) views.delete(views.keys().next().value!);
    return view;
  };
}
