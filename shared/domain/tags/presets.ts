/** A name in both languages: Chinese, English. */
export type BothNames = readonly [string, string];

/** A library of tags for one trade, as the program brings it along (R009). */
export interface TagPreset<Kind extends string = string> {
  readonly groups: readonly {
    readonly name: BothNames;
    readonly kind: Kind;
    readonly isExclusive: boolean;
    readonly tags: readonly BothNames[];
  }[];
}

/** What a shop has: its groups with the names of their tags, archived ones too. */
export interface PresentGroup {
  readonly id: string;
  readonly name: string;
  readonly tagNames: readonly string[];
}

export interface PlannedGroup<Kind extends string> {
  readonly name: string;
  readonly kind: Kind;
  readonly isExclusive: boolean;
  /** The group that is there already under one of its names. */
  readonly presentId: string | null;
  readonly tags: readonly { readonly name: string; readonly isNew: boolean }[];
}

const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
const isNamed = (names: BothNames, present: string): boolean => names.some((name) => plain(name) === plain(present));

/**
 * What adding a preset to a library would do: each group and tag is new, or there already under its Chinese or its English name, so
 * that adding twice, in whichever languages, adds nothing twice.
 */
export const planPreset = <Kind extends string>(
  preset: TagPreset<Kind>,
  library: readonly PresentGroup[],
  language: 'zh-CN' | 'en',
): PlannedGroup<Kind>[] => {
  const worded = ([chinese, english]: BothNames): string => (language === 'zh-CN' ? chinese : english);
  return preset.groups.map((group) => {
    const present = library.find(({ name }) => isNamed(group.name, name));
    return {
      name: present?.name ?? worded(group.name),
      kind: group.kind,
      isExclusive: group.isExclusive,
      presentId: present?.id ?? null,
      tags: group.tags.map((names) => {
        const known = present?.tagNames.find((name) => isNamed(names, name));
        return { name: known ?? worded(names), isNew: known === undefined };
      }),
    };
  });
};
