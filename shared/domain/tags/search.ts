import { pinyin } from 'pinyin-pro';

// pinyin-pro brings its tables along: only the store's threads import this file, never the page.

interface Reading {
  readonly letters: string;
  readonly initials: string;
}

const MOST_REMEMBERED = 5000;
const remembered = new Map<string, Reading>();

const plainForm = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

/** How a tag's name is typed without Chinese: 低糖 -> "ditang", "dt". A tag is no person's name: 单 is dan here. */
const readingOf = (name: string): Reading => {
  const known = remembered.get(name);
  if (known) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const syllables = pinyin(name.normalize('NFKC').toLowerCase(), { toneType: 'none', type: 'array', v: true, surname: 'off' });
  const spoken = syllables.map((syllable) => syllable.trim()).filter((syllable) => syllable !== '');
  const made = { letters: spoken.join(''), initials: spoken.map((syllable) => syllable.charAt(0)).join('') };
  remembered.set(name, made);
  return made;
};

/**
 * How well a tag answers what was typed, by name, pinyin, initials, or its group's name; lower is better, null not at all.
 * The whole name is 0, its beginning 1, initials or pinyin from the beginning 2, anywhere in the name 3, in the pinyin 4, the
 * group 5.
 */
export const tagRank = (tag: { readonly name: string; readonly groupName: string }, typed: string): number | null => {
  const wanted = plainForm(typed);
  const name = plainForm(tag.name);
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const { letters, initials } = readingOf(tag.name);
  if (initials.startsWith(wanted) || letters.startsWith(wanted)) return 2;
  if (name.includes(wanted)) return 3;
  if (letters.includes(wanted)) return 4;
  return plainForm(tag.groupName).includes(wanted) ? 5 : null;
};

/** The tags that answer what was typed, the best first; equals stay in the shop's order. */
export const matchingTags = <Tag extends { readonly name: string; readonly groupName: string }>(
  tags: readonly Tag[],
  typed: string,
): Tag[] =>
  tags
    .flatMap((tag) => {
      const rank = tagRank(tag, typed);
      return rank === null ? [] : [{ tag, rank }];
    })
    .sort((left, right) => left.rank - right.rank)
    .map(({ tag }) => tag);
