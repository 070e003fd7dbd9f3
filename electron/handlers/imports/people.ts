import { nameSortKey } from '../../../shared/domain/names.ts';
import type { ParsedPhone } from '../../../shared/domain/phones.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { findCustomersByPhone } from '../../store/contactMethods.ts';
import { findCustomerByCardNo, findCustomerById, findCustomerByNumber } from '../../store/customers.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { findCustomersByName } from '../../store/imports.ts';

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

/**
 * Looks a person up in the store: by number or card, then by phone, then by name alone. Families share a phone, so a phone counts only
 * where the names agree or one of them is missing. A column called "card" may hold the number and the other way round.
 */
export const matchPerson = (database: StoreDatabase, { number, cardNo, phone, name }: Identity): Match => {
  for (const code of number === cardNo ? [number] : [number, cardNo]) {
    if (code === null) continue;
    const found =
      code === number
        ? (findCustomerByNumber(database, code) ?? findCustomerByCardNo(database, code))
        : (findCustomerByCardNo(database, code) ?? findCustomerByNumber(database, code));
    if (found) return matched(found);
  }
  if (phone !== null && phone.e164 !== null) {
    const sharing = recordsOf(database, findCustomersByPhone(database, phone.e164));
    const match = onlyOne(name === null ? sharing : sharing.filter((person) => person.name === name || isStandIn(person)));
    if (match) return match;
  }
  if (number === null && cardNo === null && phone === null && name !== null) {
    const match = onlyOne(recordsOf(database, findCustomersByName(database, name, nameSortKey(name))));
    if (match) return match;
  }
  return { kind: 'new' };
};

/** One key for one person of a file: rows with the same key mean the same person. */
export const identityKey = ({ number, cardNo, phone, name }: Identity): string => {
  if (number !== null) return `number:${number}`;
  if (cardNo !== null) return `card:${cardNo}`;
  if (phone !== null) return `phone:${phone.e164 ?? phone.value}|${name ?? ''}`;
  return `name:${name ?? ''}`;
};
