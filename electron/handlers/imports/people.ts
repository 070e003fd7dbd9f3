import { nameSortKey } from '../../../shared/domain/names.ts';
import type { MatchKey } from '../../../shared/domain/imports/fields.ts';
import type { PartialDateParts } from '../../../shared/domain/partialDate.ts';
import type { ParsedPhone } from '../../../shared/domain/phones.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { findCustomersByPhone } from '../../store/contactMethods.ts';
import { findCustomerByCardNo, findCustomerById, findCustomerByNumber } from '../../store/customers.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { birthdayAmong, listImportantDates } from '../../store/importantDates.ts';
import { findCustomersByName, readKnownCodes } from '../../store/imports.ts';

/** What a row says about whom it means. */
export interface Identity {
  readonly number: string | null;
  readonly cardNo: string | null;
  readonly phone: ParsedPhone | null;
  readonly name: string | null;
  readonly birthday?: PartialDateParts | null;
}

/** Whom a row means: somebody in the store, somebody new, a doubt between several, or one who was removed from the shop. */
export type Match =
  { readonly kind: 'known'; readonly person: CustomerRecord } | { readonly kind: 'new' | 'ambiguous' | 'removed' };

const matched = (person: CustomerRecord): Match => (person.removed_at === null ? { kind: 'known', person } : { kind: 'removed' });

const onlyOne = (people: readonly CustomerRecord[]): Match | null => {
  const [only, ...others] = people;
  if (!only) return null;
  return others.length === 0 ? { kind: 'known', person: only } : { kind: 'ambiguous' };
};

/** A number that stands in for a missing name tells nobody apart. */
export const isStandIn = ({ name, number }: CustomerRecord): boolean => name === number;

const recordsOf = (database: StoreDatabase, ids: readonly CustomerId[]): CustomerRecord[] =>
  ids.flatMap((id) => findCustomerById(database, id) ?? []);

/** Finds people of the store as it is when a file begins to be read. */
export interface PeopleFinder {
  /** Whom a row means. */
  match(identity: Identity): Match;
  /** The customer who has this number, else this card, removed or not: a column called "card" may hold the number and the other way round. */
  holderOfCodes(number: string | null, cardNo: string | null): CustomerRecord | undefined;
  /** Everybody present who has this phone. */
  holdersOf(phone: ParsedPhone | null): readonly CustomerRecord[];
  /** The customer who has this card, removed or not. */
  holderOfCard(cardNo: string): CustomerRecord | undefined;
  /** Whether anybody, removed or not, has this number. */
  isNumberTaken(number: string): boolean;
  /** Whether anybody, removed or not, has this phone. */
  isPhoneKnown(e164: string): boolean;
}

const sameBirthday = (one: PartialDateParts, other: PartialDateParts): boolean =>
  (['calendar', 'year', 'month', 'day', 'isLeapMonth'] as const).every((part) => one[part] === other[part]);

/**
 * Looks people up in the store by the key the person chose. By itself: number or card, then phone, then name alone; families share a
 * phone, so there a phone counts only where the names agree or one of them is missing. A key that was chosen counts alone: whoever has
 * this phone is meant, and of several the one of this name. A column called "card" may hold the number and the other way round.
 */
export const findPeople = (database: StoreDatabase, matchBy: MatchKey): PeopleFinder => {
  const known = readKnownCodes(database);
  const holderOfNumber = (code: string): CustomerRecord | undefined =>
    known.numbers.has(code) ? findCustomerByNumber(database, code) : undefined;
  const holderOfCard = (code: string): CustomerRecord | undefined =>
    known.cards.has(code) ? findCustomerByCardNo(database, code) : undefined;
  const byCodes = (number: string | null, cardNo: string | null): CustomerRecord | undefined =>
    (number === null ? undefined : (holderOfNumber(number) ?? holderOfCard(number))) ??
    (cardNo === null ? undefined : (holderOfCard(cardNo) ?? holderOfNumber(cardNo)));
  const holdersOf = (phone: ParsedPhone | null): CustomerRecord[] =>
    phone?.e164 != null && known.phones.has(phone.e164) ? recordsOf(database, findCustomersByPhone(database, phone.e164)) : [];
  const namesakes = (name: string): CustomerRecord[] =>
    recordsOf(database, findCustomersByName(database, name, nameSortKey(name)));

  const byItself = ({ number, cardNo, phone, name }: Identity): Match => {
    const found = byCodes(number, cardNo);
    if (found) return matched(found);
    const sharing = holdersOf(phone);
    const match = onlyOne(name === null ? sharing : sharing.filter((person) => person.name === name || isStandIn(person)));
    if (match) return match;
    if (number === null && cardNo === null && phone === null && name !== null) return onlyOne(namesakes(name)) ?? { kind: 'new' };
    return { kind: 'new' };
  };
  const byPhone = ({ phone, name }: Identity): Match => {
    const sharing = holdersOf(phone);
    const ofName = sharing.length > 1 && name !== null ? sharing.filter((person) => person.name === name) : sharing;
    return onlyOne(ofName.length === 0 ? sharing : ofName) ?? { kind: 'new' };
  };
  const byNameAndBirthday = ({ name, birthday }: Identity): Match => {
    if (name === null || !birthday) return { kind: 'new' };
    const born = namesakes(name).filter((person) => {
      const own = birthdayAmong(listImportantDates(database, person.id));
      return own !== null && sameBirthday(own, birthday);
    });
    return onlyOne(born) ?? { kind: 'new' };
  };
  const byOne = (found: CustomerRecord | undefined): Match => (found ? matched(found) : { kind: 'new' });
  const matchers: Readonly<Record<MatchKey, (identity: Identity) => Match>> = {
    auto: byItself,
    number: ({ number }) => byOne(number === null ? undefined : holderOfNumber(number)),
    cardNo: ({ cardNo }) => byOne(cardNo === null ? undefined : holderOfCard(cardNo)),
    phone: byPhone,
    nameBirthday: byNameAndBirthday,
  };
  return {
    holderOfCodes: byCodes,
    holdersOf,
    holderOfCard,
    isNumberTaken: (code) => known.numbers.has(code),
    isPhoneKnown: (e164) => known.phones.has(e164),
    match: matchers[matchBy],
  };
};

const birthdayText = (birthday: PartialDateParts | null | undefined): string => (birthday ? JSON.stringify(birthday) : '');

/** One key for one person of a file: rows with the same key mean the same person. */
export const identityKey = ({ number, cardNo, phone, name, birthday }: Identity, matchBy: MatchKey): string => {
  const byPhone = phone === null ? null : `phone:${phone.e164 ?? phone.value}`;
  if (matchBy === 'phone' && byPhone !== null) return byPhone;
  if (matchBy === 'cardNo' && cardNo !== null) return `card:${cardNo}`;
  if (matchBy === 'nameBirthday' && name !== null && birthday) return `born:${name}|${birthdayText(birthday)}`;
  if (number !== null) return `number:${number}`;
  if (cardNo !== null) return `card:${cardNo}`;
  if (byPhone !== null) return `${byPhone}|${name ?? ''}`;
  return `name:${name ?? ''}`;
};
