/**
 * What is made of a thing is kept as long as the thing is, and made anew when anything else that it was made with is
 * another one. Where one file of many has changed, what follows from the others need not be found again.
 */
export function keptBy<Thing extends object, Made>(): (thing: Thing, madeWith: readonly unknown[], make: () => Made) => Made {
  const kept = new WeakMap<Thing, { readonly madeWith: readonly unknown[]; readonly made: Made }>();
  return (thing, madeWith, make) => {
    const before = kept.get(thing);
    if (before?.madeWith.length === madeWith.length && before.madeWith.every((each, index) => Object.is(each, madeWith[index]))) return before.made;
    const made = make();
    kept.set(thing, { madeWith, made });
    return made;
  };
}
