/** Somebody to whom a letter could go. */
export interface Addressee {
  readonly id: string;
  readonly name: string;
  readonly region: string | null;
  readonly address: string | null;
  /** E.164 of every number that still holds. */
  readonly phones: readonly string[];
  /** The number to print, as the shop writes it. */
  readonly phone: string | null;
}

/** People who get one letter between them. */
export interface Household {
  readonly people: readonly Addressee[];
  readonly region: string | null;
  readonly address: string;
}

/** Addresses that differ in spaces, marks and width alone are one. */
const addressKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s,.;:#'"()，。；：、·（）—\-－]+/g, (marks) => (/[-－—#]/.test(marks) ? '-' : ''));

/** Down to the door: a flat, a unit, a room. At such an address live people who belong together, whatever their surnames. */
const namesADoor = (address: string): boolean =>
  /\d\s*(?:室|单元|户)|[-#]\s*\d+(?:\s*[-#]\s*\d+)*\s*$|\b(?:apt|apartment|unit|flat|room|suite)\b/i.test(
    address.normalize('NFKC'),
  );

const sharesPhone = (one: Addressee, other: Addressee): boolean => one.phones.some((phone) => other.phones.includes(phone));

const doubleSurnames =
  /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐)/;
/** The surname as it is written first: one Han character or a known double one; in other scripts the last word. */
export const surnameOf = (name: string): string =>
  /^\p{Script=Han}/u.test(name)
    ? (doubleSurnames.exec(name)?.[0] ?? name.slice(0, 1))
    : (name.trim().split(/\s+/).at(-1) ?? '').toLowerCase();

const belongTogether = (one: Addressee, other: Addressee): boolean =>
  surnameOf(one.name) === surnameOf(other.name) || sharesPhone(one, other);

/**
 * One label a household (X41): the same address down to the door; where it names only a building, also the same surname or a
 * shared phone, so that neighbours are not written to as a family. In the order in which each household's first person came.
 */
export const householdsOf = (
  people: readonly Addressee[],
): { readonly households: Household[]; readonly withoutAddress: Addressee[] } => {
  const withoutAddress: Addressee[] = [];
  const atAddress = new Map<string, Addressee[][]>();
  const order: { readonly members: Addressee[] }[] = [];
  for (const person of people) {
    const address = person.address?.trim() ?? '';
    if (address === '') {
      withoutAddress.push(person);
      continue;
    }
    const key = `${addressKey(person.region ?? '')}\n${addressKey(address)}`;
    const groups = atAddress.get(key) ?? [];
    const group = groups.find((members) => namesADoor(address) || members.some((member) => belongTogether(member, person)));
    if (group) group.push(person);
    else {
      const members = [person];
      atAddress.set(key, [...groups, members]);
      order.push({ members });
    }
  }
  const households = order.flatMap(({ members }): Household[] => {
    const [first] = members;
    return first === undefined ? [] : [{ people: members, region: first.region, address: first.address?.trim() ?? '' }];
  });
  return { households, withoutAddress };
};
