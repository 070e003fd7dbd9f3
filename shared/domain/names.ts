import { pinyin, polyphonic } from 'pinyin-pro';

// Readings of names. pinyin-pro brings its tables along: only the store's threads import this file, never the page.

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);

/** How one part of a name can be typed. */
interface Reading {
  /** Lower-case letters without tones; the likeliest first. ü is written v, u and yu. */
  readonly readings: readonly string[];
  /** First letters of the readings, each once. */
  readonly initials: readonly string[];
}

/** A part of a name that is read as one: a Han character, or a word in letters. */
export interface NameSyllable extends Reading {
  /** Half-open range in the name, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const remembered = <Value>(limit: number, make: (key: string) => Value): ((key: string) => Value) => {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= limit) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
};

const read = (text: string, surname: 'head' | 'off'): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, surname });

const spellings = (reading: string): readonly string[] =>
  reading.includes('v') ? [reading, reading.replace('v', 'u'), reading.replace('v', 'yu')] : [reading];

const isReading = (reading: string): boolean => /^[a-z]+$/.test(reading);

/** Every reading of one character, names aside. */
const readingsOf = remembered(30_000, (character): readonly string[] =>
  (polyphonic(character, { toneType: 'none', type: 'array', v: true })[0] ?? []).filter(isReading),
);

/** What the first two characters of a name are called: 单 is shan, 尉迟 is yu chi. */
const headOf = remembered(50_000, (pair): { readonly readings: readonly string[]; readonly isCompound: boolean } => {
  const readings = read(pair, 'head');
  return { readings, isCompound: readings[1] !== read(pair, 'off')[1] };
});

const givenOf = remembered(50_000, (text): readonly string[] => read(text, 'off'));

const hanPattern = /\p{Script=Han}+/gu;

/** Likeliest readings of a run of characters, the surname at its head read as a surname. */
const readAsName = (run: string): readonly string[] => {
  const characters = Array.from(run);
  const head = headOf(characters.slice(0, 2).join(''));
  const surnameLength = head.isCompound ? 2 : 1;
  return [...head.readings.slice(0, surnameLength), ...givenOf(characters.slice(surnameLength).join(''))];
};

/**
 * By what a name is sorted: its likeliest pinyin, syllables apart, letters in lower case. 单雄信 -> "shan xiong xin",
 * 尉迟恭 -> "yu chi gong". Whatever has no reading stays as it is.
 */
export const nameSortKey = (name: string): string => {
  let isFirst = true;
  return name
    .normalize('NFKC')
    .replaceAll(hanPattern, (run) => {
      const readings = isFirst ? readAsName(run) : givenOf(run);
      isFirst = false;
      return ` ${readings.join(' ')} `;
    })
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
};

const unmarked = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const readingOf = (readings: readonly string[]): Reading => {
  const all = [...new Set(readings.flatMap(spellings))];
  return { readings: all, initials: [...new Set(all.map((reading) => reading.charAt(0)))] };
};

const characterReading = remembered(30_000, (character): Reading => readingOf(readingsOf(character)));

/** Readings of the first two characters: as a surname first, then as anything else. */
const headReadings = remembered(50_000, (pair): readonly Reading[] => {
  const asSurname = headOf(pair).readings;
  return Array.from(pair).map((character, index) => {
    const first = asSurname[index];
    return readingOf([...(first !== undefined && isReading(first) ? [first] : []), ...readingsOf(character)]);
  });
});

const addHan = (syllables: NameSyllable[], run: string, index: number): void => {
  const characters = Array.from(run);
  const head = syllables.length === 0 ? headReadings(characters.slice(0, 2).join('')) : [];
  let start = index;
  characters.forEach((character, position) => {
    const { readings, initials } = head[position] ?? characterReading(character);
    const end = start + character.length;
    if (readings.length > 0) syllables.push({ start, end, readings, initials });
    start = end;
  });
};

const onlyHan = /^[\u4e00-\u9fff]+$/;

/**
 * The syllables by which a name can be typed: each Han character with all its readings (the surname's own first), each
 * word in Latin letters as it is. Marks and figures have none.
 */
export const nameSyllables = (name: string): NameSyllable[] => {
  const syllables: NameSyllable[] = [];
  if (onlyHan.test(name)) {
    addHan(syllables, name, 0);
    return syllables;
  }
  for (const { 0: run, index } of name.matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})\p{L}\p{M}*)+/gu)) {
    if (isHan(run)) {
      addHan(syllables, run, index);
      continue;
    }
    const word = unmarked(run);
    if (isReading(word)) syllables.push({ start: index, end: index + run.length, readings: [word], initials: [word.charAt(0)] });
  }
  return syllables;
};

/** The first letters by which a name is abbreviated: 张小明 -> "zxm". */
export const nameInitials = (name: string): string =>
  nameSyllables(name)
    .map(({ initials }) => initials[0] ?? '')
    .join('');
