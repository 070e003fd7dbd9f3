import { distance } from 'fastest-levenshtein';

// How alike two names are. By their readings, never by characters: of two-character names one edit is half the name, and what is
// misheard or mistyped is a sound.

/** What a name is compared by. */
export interface NameReading {
  /** The name without titles and remarks. */
  readonly name: string;
  /** Its pinyin, one syllable each. */
  readonly syllables: readonly string[];
}

export type NameLikeness = 'same_name' | 'same_reading' | 'near_name' | 'different_name' | 'unclear';

const remark = /[（(【[].*?[)）\]】]/gu;
const title = /(?:女士|先生|小姐|太太|老师|师傅|阿姨|叔叔|大姐|大哥|姐|哥|总)$/u;

/** Reads a name as it is stored with its pinyin sort key: "王芳(老客)" and "王芳女士" are 王芳, "王女士" is the surname alone. */
export const nameReading = (name: string, sortKey: string): NameReading => {
  const plain = name.normalize('NFKC').replaceAll(remark, '').replaceAll(/\s+/gu, '').toLowerCase();
  const bare = plain.replace(title, '');
  // 阿姨 or 小姐 alone is all the name there is.
  const kept = bare === '' ? plain : bare;
  const han = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const syllables = sortKey.split(' ').filter((syllable) => /[a-z0-9]/u.test(syllable));
  return { name: kept, syllables: /^\p{Script=Han}+$/u.test(kept) ? syllables.slice(0, han(kept)) : syllables };
};

/** Sounds that ears and keyboards take for each other: zh z, ch c, sh s, ng n. */
const blurred = (syllable: string): string => syllable.replace(/^([zcs])h/u, '$1').replace(/ng$/u, 'n');

/** One letter more, less or other is near from so many letters on: in shorter ones it is another name. */
const LETTERS_FOR_NEAR = 6;

/** How alike two names are; 'unclear' when one of them is a surname that both share. */
export const nameLikeness = (one: NameReading, other: NameReading): NameLikeness => {
  if (one.name === other.name) return 'same_name';
  const [left, right] = [one.syllables.join(''), other.syllables.join('')];
  if (left === '' || right === '') return 'different_name';
  if (left === right) return 'same_reading';
  if (Math.min(one.syllables.length, other.syllables.length) === 1 && one.syllables[0] === other.syllables[0]) return 'unclear';
  if (one.syllables.map(blurred).join('') === other.syllables.map(blurred).join('')) return 'near_name';
  const isLong = Math.min(left.length, right.length) >= LETTERS_FOR_NEAR;
  return isLong && distance(left, right) === 1 ? 'near_name' : 'different_name';
};
