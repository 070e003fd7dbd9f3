import type { CardTypeWords } from '../../../shared/domain/loyalty/cardTypes.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import { countCardId } from '../../../shared/types/ids.ts';
import type { CountCardEntryId, CustomerId, VisitId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { insertCard } from '../../store/countCards.ts';
import type { CountCard, StoredCardEntry } from '../../store/countCards.ts';
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

/** Puts a card on the books, with the first entry of its ledger. */
export const insertIssued = (
  context: StoreContext,
  terms: Omit<CountCard, 'id' | 'number'>,
  entry: Pick<StoredCardEntry, 'businessDate' | 'reason'> & Partial<Pick<StoredCardEntry, 'visitId' | 'linePosition'>>,
): { readonly card: CountCard; readonly entryId: CountCardEntryId } => {
  const card = { ...terms, id: countCardId(context.newId()), number: nextNumber(context, entry.businessDate) };
  insertCard(context.database, card);
  return { card, entryId: appendToCard(context, card, { kind: 'issue', uses: card.uses ?? 0, ...entry }) };
};

/** Issues one card on the terms that its kind has today. */
export const issueCard = (
  context: StoreContext,
  type: CardTypeWords,
  { customerId, priceCents, issuedOn, reason, sale }: Issued,
): ReturnType<typeof insertIssued> =>
  insertIssued(
    context,
    {
      customerId,
      cardTypeId: type.id,
      name: type.name,
      uses: type.uses,
      priceCents,
      validity: type.validity,
      scope: type.scope,
      gapDays: type.gapDays,
      freezeDays: type.freezeDays,
      issuedOn,
      visitId: sale?.visitId ?? null,
    },
    { businessDate: issuedOn, reason, visitId: sale?.visitId ?? null, linePosition: sale?.linePosition ?? null },
  );
