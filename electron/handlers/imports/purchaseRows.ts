import type { ReadingWishes } from '../../../shared/domain/imports/customers.ts';
import type { Mapping, MatchKey, Parsed } from '../../../shared/domain/imports/fields.ts';
import { refused } from '../../../shared/domain/imports/fields.ts';
import { purchaseReader, type PurchaseDraft } from '../../../shared/domain/imports/purchases.ts';
import { pointsFor } from '../../../shared/domain/loyalty/points.ts';
import { points } from '../../../shared/types/amounts.ts';
import { pointsEntryId, visitId as toVisitId, visitLineId } from '../../../shared/types/ids.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { addNewcomer, bareDraft, type Importing } from './newcomers.ts';
import { findPeople, identityKey } from './people.ts';
import { skip, type Tally } from './tally.ts';
import type { PreviewRow } from './types.ts';

export interface RowWishes extends ReadingWishes {
  readonly matchBy: MatchKey;
  readonly onExisting: 'update' | 'skip';
  readonly onNew: 'create' | 'skip';
  readonly onConflict: 'file' | 'shop';
  readonly earnPoints: boolean;
  readonly balances: 'fill' | 'set';
}

/** Takes in one row: what it became, or why it was refused. Added to the tally unless refused. */
export type RowIntake = (
  line: number,
  cells: readonly string[],
  tally: Tally,
) => Parsed<PreviewRow> & { readonly column?: string };
/** With what is left to do when the file is read to its end. */
export interface CustomerIntake {
  readonly take: RowIntake;
  readonly finish: (tally: Tally) => void;
}

type Whom = { readonly id: CustomerId; readonly isNew: boolean } | 'ambiguous' | 'removed' | 'unknown';

/**
 * Rows of a purchase log. Each is one visit with one line; two lines alike are two purchases. A customer unknown by number is created
 * with that number; points are earned only when asked for, because an old shop has mostly given them already.
 */
export const purchaseIntake = (importing: Importing, mapping: Mapping, wishes: RowWishes): RowIntake => {
  const { context, scratch, importId } = importing;
  const read = purchaseReader(mapping, importing.today);
  const { products, staff } = importing.names;
  const people = findPeople(context.database, wishes.matchBy);
  const rule = context.settings();
  const whom = new Map<string, Whom>();

  const find = (draft: PurchaseDraft): Whom => {
    // A purchase log has one code column, be it a number or a card.
    const identity = { ...draft, cardNo: draft.number };
    const key = identityKey(identity, wishes.matchBy);
    const known = whom.get(key);
    if (known !== undefined) return known;
    const match = people.match(identity);
    const found: Whom =
      match.kind === 'known'
        ? { id: match.person.id, isNew: false }
        : match.kind !== 'new'
          ? match.kind
          : wishes.onNew === 'skip'
            ? 'unknown'
            : draft.number !== null && people.isNumberTaken(draft.number)
              ? 'removed'
              : { id: addNewcomer(importing, bareDraft(draft)), isNew: true };
    whom.set(key, found);
    return found;
  };

  const write = (customerId: CustomerId, draft: PurchaseDraft): void => {
    if (scratch === null) return;
    const visitId = toVisitId(context.newId());
    const at = importing.noonOf(draft.on);
    const staffId = draft.staff === null ? null : (staff.get(draft.staff) ?? null);
    // A name that is nobody of the present staff is not lost: it stands in the note.
    const note = [draft.note, staffId === null ? draft.staff : null].filter((part) => part !== null).join(' · ');
    const earned = wishes.earnPoints ? pointsFor(draft.amountCents, rule) : points(0);
    scratch.add('visits', {
      id: visitId,
      customer_id: customerId,
      at,
      business_date: draft.on,
      staff_id: staffId,
      note: note === '' ? null : note,
      is_purchase: 1,
      total_cents: draft.amountCents,
      cost_cents: draft.costCents,
      item_quantity: draft.quantity,
      points_earned: earned,
      import_id: importId,
    });
    scratch.add('visit_lines', {
      visit_id: visitId,
      position: 0,
      id: visitLineId(context.newId()),
      product_id: draft.product === null ? null : (products.get(draft.product) ?? null),
      name: draft.product ?? '',
      quantity: draft.quantity,
      unit_price_cents: draft.unitPriceCents,
      amount_cents: draft.amountCents,
      cost_cents: draft.costCents,
      staff_id: staffId,
    });
    if (earned !== 0)
      scratch.add('points_entries', {
        id: pointsEntryId(context.newId()),
        customer_id: customerId,
        at,
        business_date: draft.on,
        kind: 'earn',
        points: earned,
        reason: null,
        visit_id: visitId,
        staff_id: staffId,
        import_id: importId,
      });
  };

  return (line, cells, tally) => {
    const parsed = read(cells);
    if (!parsed.ok) return parsed;
    const draft = parsed.value;
    const person = find(draft);
    const said = draft.number ?? draft.phone?.value ?? draft.name ?? '';
    if (person === 'ambiguous') return refused('customer_unknown', null, said);
    if (person === 'removed') return refused('number_taken', 'customerNumber', said);
    if (person === 'unknown') {
      skip(tally, 'unknown');
      return {
        ok: true,
        value: { line, customer: draft.name ?? said, on: draft.on, amountCents: draft.amountCents, isNew: false },
      };
    }
    tally.customers.add(person.id);
    if (!person.isNew && wishes.onExisting === 'skip') skip(tally, 'known');
    else {
      write(person.id, draft);
      tally.added += 1;
      tally.visits += 1;
      tally.quantity += draft.quantity;
      tally.amountCents += draft.amountCents;
    }
    return {
      ok: true,
      value: { line, customer: draft.name ?? said, on: draft.on, amountCents: draft.amountCents, isNew: person.isNew },
    };
  };
};
