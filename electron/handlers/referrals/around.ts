import { MOST_BROUGHT } from '../../../shared/contract/referrals.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import { referrersAbove } from '../../../shared/domain/referrals/chain.ts';
import { relationOf, seenFromOther } from '../../../shared/domain/referrals/relations.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { findReferrerOf, listBrought, listReferralEvents, listReferralPeople, sumBrought } from '../../store/referrals.ts';
import type { ReferralEvent, ReferralPerson } from '../../store/referrals.ts';
import { findReferralCode } from '../../store/referralCodes.ts';
import { countRewardsOfReferrer } from '../../store/referralRewards.ts';
import { listRelationships } from '../../store/relationships.ts';
import { findStaffById } from '../../store/staff.ts';
import { AppError } from '../../../shared/errors.ts';
import type { StoreContext } from '../context.ts';

type Around = OutputOf<'referrals.around'>;

const told = ({ isRemoved, ...person }: ReferralPerson): Around['person'] => ({ ...person, isRemoved: isRemoved === 1 });

/** When the present referrer was first named: somebody taken off by mistake and named again has not come later for it. */
export const firstNaming = ({ database }: StoreContext, customerId: CustomerId): ReferralEvent | null => {
  const referrerId = findReferrerOf(database, customerId);
  return (
    listReferralEvents(database, customerId).find((event) => event.kind === 'named' && event.referrerId === referrerId) ?? null
  );
};

const namingOf = (context: StoreContext, customerId: CustomerId): Around['named'] => {
  const { database } = context;
  const first = firstNaming(context, customerId);
  if (first === null) return null;
  const staffName = first.staffId === null ? null : (findStaffById(database, first.staffId)?.name ?? null);
  return { at: first.at, on: first.businessDate, staffName };
};

/** The people around one customer. Throws not_found. */
export const around = (context: StoreContext, personId: CustomerId): Around => {
  const { database } = context;
  const [person] = listReferralPeople(database, [personId]);
  if (person === undefined) throw new AppError('not_found', { what: 'customer' });
  const above = referrersAbove(personId, (id) => findReferrerOf(database, id));
  const sums = sumBrought(database, personId);
  const directCents = sums.directCents ?? cents(0);
  return {
    person: told(person),
    referrers: listReferralPeople(database, above).map(told),
    named: namingOf(context, personId),
    brought: listBrought(database, personId, MOST_BROUGHT).map(({ parentId, level, ...one }) => ({
      ...told(one),
      parentId,
      level,
    })),
    direct: { people: sums.direct ?? 0, spendCents: directCents },
    indirect: { people: sums.people - (sums.direct ?? 0), spendCents: cents((sums.allCents ?? 0) - directCents) },
    rewarded: countRewardsOfReferrer(database, personId),
    code: findReferralCode(database, personId),
    links: listRelationships(database, personId).map(({ kind, isInverse, isRemoved, ...other }) => {
      const relation = relationOf(kind);
      return { ...other, isRemoved: isRemoved === 1, relation: isInverse === 1 ? seenFromOther(relation) : relation };
    }),
  };
};
