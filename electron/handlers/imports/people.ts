import { nameSortKey } from '../../../shared/domain/names.ts';
import type { ParsedPhone } from '../../../shared/domain/phones.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { findCustomersByPhone } from '../../store/contactMethods.ts';
import { findCustomerByCardNo, findCustomerById, findCustomerByNumber } from '../../store/customers.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { findCustomersByName, readKnownCodes } from '../../store/imports.ts';

/** What a row says about whom it means. */
export interface Identity {
  readonly number: string | null;
  readonly cardNo: string | null;
  readonly phone: ParsedPhone | null;
  readonly name: string | null;
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
const isStandIn = ({ name, number }: CustomerRecord): boolean => name === number;

const recordsOf = (database: StoreDatabase, ids: readonly CustomerId[]): CustomerRecord[] =>
  ids.flatMap((id) => findCustomerById(database, id) ?? []);

/** Finds people of the store as it is when a file begins to be read. */
export interface PeopleFinder {
  /** Whom a row means. */
  match(identity: Identity): Match;
  /** The customer who has this card, removed or not. */
  holderOfCard(cardNo: string): CustomerRecord | undefined;
}

/**
 * Looks people up in the store: by number or card, then by phone, then by name alone. Families share a phone, so a phone counts only
 * where the names agree or one of them is missing. A column called "card" may hold the number and the other way round.
 */
export const findPeople = (database: StoreDatabase): PeopleFinder => {
  const known = readKnownCodes(database);
  const holderOfNumber = (code: string): CustomerRecord | undefined =>
    known.numbers.has(code) ? findCustomerByNumber(database, code) : undefined;
  const holderOfCard = (code: string): CustomerRecord | undefined =>
    known.cards.has(code) ? findCustomerByCardNo(database, code) : undefined;
  const byCodes = (number: string | null, cardNo: string | null): CustomerRecord | undefined =>
    (number === null ? undefined : (holderOfNumber(number) ?? holderOfCard(number))) ??
    (cardNo === null ? undefined : (holderOfCard(cardNo) ?? holderOfNumber(cardNo)));

  return {
    holderOfCard,
    match: ({ number, cardNo, phone, name }) => {
      const found = byCodes(number, cardNo);
      if (found) return matched(found);
      if (phone !== null && phone.e164 !== null && known.phones.has(phone.e164)) {
        const sharing = recordsOf(database, findCustomersByPhone(database, phone.e164));
        const match = onlyOne(name === null ? sharing : sharing.filter((person) => person.name === name || isStandIn(person)));
        if (match) return match;
      }
      if (number === null && cardNo === null && phone === null && name !== null) {
        const match = onlyOne(recordsOf(database, findCustomersByName(database, name, nameSortKey(name))));
        if (match) return match;
      }
      return { kind: 'new' };
    },
  };
};

/** One key for one person of a file: rows with the same key mean the same person. */
export const identityKey = ({ number, cardNo, phone, name }: Identity): string => {
  if (number !== null) return `number:${number}`;
  if (cardNo !== null) return `card:${cardNo}`;
  if (phone !== null) return `phone:${phone.e164 ?? phone.value}|${name ?? ''}`;
  return `name:${name ?? ''}`;
};
