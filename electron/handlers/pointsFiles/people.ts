import { isSameName, refusedPoints } from '../../../shared/domain/loyalty/pointsFile.ts';
import type { PointsFileWho, RefusedPoints } from '../../../shared/domain/loyalty/pointsFile.ts';
import { memberCardStanding } from '../../../shared/domain/wallet/memberCards.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { listEventsOfNumber } from '../../store/memberCards.ts';
import { findPeople, isStandIn } from '../imports/people.ts';

/** A customer, or why a row means none that points may be given to. */
type Found = CustomerRecord | RefusedPoints;

/**
 * Finds whom a row means: by number or card, and by phone; where both are there they must mean the same one. Of several with one phone the
 * name decides. Reads the codes of everybody once, so make one for a whole file.
 */
export const pointsFinder = (database: StoreDatabase): ((who: PointsFileWho) => Found) => {
  const people = findPeople(database, 'auto');

  /** A card that was reported lost, locked, replaced or closed stands for nobody any more. */
  const refusedCard = (cardNo: string): RefusedPoints | null =>
    memberCardStanding(cardNo, listEventsOfNumber(database, cardNo)).state === 'active'
      ? null
      : refusedPoints('card_not_valid', 'cardNo', cardNo);

  const byCodes = ({ number, cardNo }: PointsFileWho): Found | null => {
    const code = number ?? cardNo;
    if (code === null) return null;
    const field = number === null ? 'cardNo' : 'number';
    const refused = cardNo === null ? null : refusedCard(cardNo);
    if (refused !== null) return refused;
    const [one, other] = [people.holderOfCodes(number, null), people.holderOfCodes(null, cardNo)];
    if (one !== undefined && other !== undefined && one.id !== other.id)
      return refusedPoints('numbers_disagree', 'cardNo', cardNo ?? '');
    return one ?? other ?? refusedPoints('customer_unknown', field, code);
  };

  const byPhone = ({ phone, name }: PointsFileWho): Found | null => {
    if (phone === null) return null;
    const holders = people.holdersOf(phone);
    const ofName = name === null || holders.length < 2 ? holders : holders.filter((person) => isSameName(person.name, name));
    const [only, ...others] = ofName;
    if (only !== undefined)
      return others.length === 0 ? only : refusedPoints('customer_ambiguous', 'phone', String(ofName.length));
    if (holders.length > 0) return refusedPoints('name_differs', 'name', name ?? '');
    const isKnown = phone.e164 !== null && people.isPhoneKnown(phone.e164);
    return refusedPoints(isKnown ? 'customer_removed' : 'customer_unknown', 'phone', phone.value);
  };

  /** The phone beside a number may be an old one of nobody's; somebody else's is a slip in the file. */
  const isOfAnother = ({ phone }: PointsFileWho, person: CustomerRecord): boolean => {
    const holders = people.holdersOf(phone);
    return holders.length > 0 && !holders.some(({ id }) => id === person.id);
  };

  return (who) => {
    const coded = byCodes(who);
    const found = coded ?? byPhone(who);
    if (found === null) return refusedPoints('who_missing', null, '');
    if ('code' in found) return found;
    if (found.merged_into_id !== null) return refusedPoints('customer_merged', null, found.number);
    if (found.removed_at !== null) return refusedPoints('customer_removed', null, found.number);
    if (coded !== null && isOfAnother(who, found)) return refusedPoints('numbers_disagree', 'phone', who.phone?.value ?? '');
    if (who.name !== null && !isStandIn(found) && !isSameName(found.name, who.name))
      return refusedPoints('name_differs', 'name', found.name);
    return found;
  };
};
