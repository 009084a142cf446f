import type { Localized } from '../locale.ts';
import { ENGLISH } from './english.ts';
import { JAPANESE } from './japanese.ts';
import type { Style } from './style.ts';

/** The languages that the program prints figures in by itself; others come with the data (further.ts). */
export const STYLES: Localized<Style> = { ja: JAPANESE, en: ENGLISH };
