import type { CardTypeWords } from '../../../shared/domain/loyalty/cardTypes.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import { countCardId } from '../../../shared/types/ids.ts';
import type { CountCardEntryId, CustomerId, VisitId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { insertCard } from '../../store/countCards.ts';
import type { CountCard } from '../../store/countCards.ts';
import { takeDailyNumber } from '../../store/dailyNumbers.ts';
import type { StoreContext } from '../context.ts';
import { appendToCard } from './ledger.ts';

const DIGITS = 4;

/** The number of a card: the day it was issued and which of that day's it is, as K20261123-0007. */
const nextNumber = (context: StoreContext, issuedOn: LocalDate): string =>
  `K${issuedOn.replaceAll('-', '')}-${String(takeDailyNumber(context.database, 'count_card', issuedOn)).padStart(DIGITS, '0')}`;

interface Issued {
  readonly customerId: CustomerId;
  readonly priceCents: Cents;
  readonly issuedOn: LocalDate;
  /** By hand, why; at a visit the line it was bought as. */
  readonly reason: string | null;
  readonly sale: { readonly visitId: VisitId; readonly linePosition: number } | null;
}

/** Issues one card on the terms that its kind has today, and writes the first entry of its ledger. */
export const issueCard = (
  context: StoreContext,
  type: CardTypeWords,
  { customerId, priceCents, issuedOn, reason, sale }: Issued,
): { readonly card: CountCard; readonly entryId: CountCardEntryId } => {
  const card: CountCard = {
    id: countCardId(context.newId()),
    customerId,
    cardTypeId: type.id,
    number: nextNumber(context, issuedOn),
    name: type.name,
    uses: type.uses,
    priceCents,
    validity: type.validity,
    scope: type.scope,
    gapDays: type.gapDays,
    freezeDays: type.freezeDays,
    issuedOn,
    visitId: sale?.visitId ?? null,
  };
  insertCard(context.database, card);
  const entryId = appendToCard(context, card, {
    kind: 'issue',
    uses: type.uses ?? 0,
    businessDate: issuedOn,
    reason,
    visitId: sale?.visitId ?? null,
    linePosition: sale?.linePosition ?? null,
  });
  return { card, entryId };
};
