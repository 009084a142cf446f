import type { Edition } from './edition.ts';

/** A view that is made once for an edition, however many pages show it. */
export function oncePerEdition<Key extends object, View>(
  make: (edition: Edition, key: Key) => View,
): (edition: Edition, key: Key) => View {
  const made = new WeakMap<Edition, Map<Key, View>>();
  return (edition, key) => {
    const views = made.get(edition) ?? new Map<Key, View>();
    made.set(edition, views);
    const view = views.get(key) ?? make(edition, key);
    views.set(key, view);
    return view;
  };
}
