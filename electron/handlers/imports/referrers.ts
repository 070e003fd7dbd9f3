import type { CustomerDraft } from '../../../shared/domain/imports/customers.ts';
import { phoneE164 } from '../../../shared/domain/phones.ts';
import { wouldLoop } from '../../../shared/domain/referrals/chain.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { findCustomersByPhone } from '../../store/contactMethods.ts';
import { findCustomerByCardNo, findCustomerById, findCustomerByNumber } from '../../store/customers.ts';
import { findReferrerOf } from '../../store/referrals.ts';
import { noFactChanges } from './knownFacts.ts';
import type { Importing } from './newcomers.ts';

/**
 * Who brought whom, by number, card or phone: somebody of the shop, or somebody of the same file, who may stand further down. Those of
 * the file are known when it is read to its end.
 */
export const findReferrers = ({ context, scratch }: Importing, fileWins: boolean) => {
  const { database } = context;
  const ofFile = new Map<string, CustomerId>();
  const waiting: { readonly customerId: CustomerId; readonly code: string; readonly isNew: boolean }[] = [];

  /** Who the file says brought whom, of those found so far. */
  const named = new Map<CustomerId, CustomerId>();
  const isLoop = (customerId: CustomerId, referrerId: CustomerId): boolean =>
    wouldLoop(customerId, referrerId, (id) => named.get(id) ?? findReferrerOf(database, id));

  const present = (code: string): CustomerId | null => {
    const found = findCustomerByNumber(database, code) ?? findCustomerByCardNo(database, code);
    if (found) return found.removed_at === null ? found.id : null;
    const e164 = phoneE164(code);
    const [only, ...others] = e164 === null ? [] : findCustomersByPhone(database, e164);
    return only !== undefined && others.length === 0 ? only : null;
  };

  return {
    /** Somebody of the file, whom others may name. */
    note: (id: CustomerId, { number, cardNo, phone }: Pick<CustomerDraft, 'number' | 'cardNo' | 'phone'>): void => {
      for (const code of [number, cardNo, phone?.e164 ?? null]) if (code !== null && !ofFile.has(code)) ofFile.set(code, id);
    },
    /** The referrer of somebody who is here, where the shop knows them already. */
    inStore: (customerId: CustomerId, code: string | null): CustomerId | undefined => {
      const found = code === null ? null : present(code);
      if (found === null || isLoop(customerId, found)) return undefined;
      if (fileWins || findReferrerOf(database, customerId) === null) named.set(customerId, found);
      return found;
    },
    /** Leaves the question for the end of the file. */
    later: (customerId: CustomerId, code: string | null, isNew: boolean): void => {
      if (code === null || (!isNew && present(code) !== null)) return;
      waiting.push({ customerId, code, isNew });
    },
    /** Answers what was left, and says whom nobody knows. */
    settle: (): readonly string[] => {
      const pairs: { customerId: CustomerId; referrerId: CustomerId }[] = [];
      const unknown: string[] = [];
      for (const { customerId, code, isNew } of waiting) {
        const referrerId = ofFile.get(code) ?? ofFile.get(phoneE164(code) ?? '') ?? present(code);
        if (referrerId === null) unknown.push(code);
        // Nobody brings themselves, over however many others (R091): the file's first word stands.
        else if (isLoop(customerId, referrerId)) continue;
        else if (isNew) {
          named.set(customerId, referrerId);
          pairs.push({ customerId, referrerId });
        } else if (fileWins || findCustomerById(database, customerId)?.referrer_id === null) {
          named.set(customerId, referrerId);
          const changes = {
            fields: { referrerId },
            contacts: [],
            extras: { tags: [], values: [] },
            fileWins,
            facts: noFactChanges,
          };
          scratch?.addUpdate({ customerId, changes: JSON.stringify(changes) });
        }
      }
      scratch?.setReferrers(pairs);
      return unknown;
    },
  };
};
