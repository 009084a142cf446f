/** A language of a site, as its BCP 47 tag: 'ja', 'en', 'zh'. Which there are is said by the data. */
export type Locale = string;

/** The languages that the program speaks by itself: to editors, and to readers where the data ask for no more. */
export const TONGUES = ['ja', 'en'] as const;

export type Tongue = (typeof TONGUES)[number];

/** One value for each of them. */
export type Localized<T = string> = Readonly<Record<Tongue, T>>;

export function isTongue(text: string | undefined): text is Tongue {
  return TONGUES.some((tongue) => tongue === text);
}
