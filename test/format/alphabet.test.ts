import { expect, test } from 'vitest';
import { alphabetOf } from '../../src/format/alphabet.ts';

test.each([
  ['en', ['unmerged records', 'the Service', 'theme', 'a guide', 'settlement', 'another', 'the'], ['another', 'a guide', 'the Service', 'settlement', 'the', 'theme', 'unmerged records']],
  ['en-GB', ['the zoo', 'yes'], ['yes', 'the zoo']],
  ['fr', ['the', 'écart', 'zone', 'effet'], ['écart', 'effet', 'the', 'zone']],
])('%s: %j', (locale, words, ordered) => expect(words.toSorted(alphabetOf(locale))).toEqual(ordered));
