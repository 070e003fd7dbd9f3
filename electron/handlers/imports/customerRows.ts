import { customerReader, type CustomerDraft } from '../../../shared/domain/imports/customers.ts';
import { refused, type Mapping, type Parsed } from '../../../shared/domain/imports/fields.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import { findLedger } from '../../store/loyalty.ts';
import { addImportedPoints, addNewcomer, type Importing } from './newcomers.ts';
import { findPeople, identityKey } from './people.ts';
import type { RowIntake, RowWishes } from './purchaseRows.ts';
import type { Tally } from './tally.ts';
import type { PreviewRow } from './types.ts';
import { changesBy, differences, readImportedValues } from './updates.ts';

/**
 * Rows of a customer list. Somebody unknown is created; somebody known gets the file's values where they differ (`update`) or is left
 * alone (`skip`). A balance of points is taken over only into an empty ledger: to one that has moved on it would be added twice.
 */
export const customerIntake = (importing: Importing, mapping: Mapping, wishes: RowWishes): RowIntake => {
  const { context, scratch } = importing;
  const { database } = context;
  const read = customerReader(mapping, importing.today);
  const people = findPeople(database);
  const keys = new Set<string>();
  const cards = new Map<string, CustomerId>();
  const known = new Set<CustomerId>();

  const update = (person: CustomerRecord, draft: CustomerDraft): boolean => {
    const changes = differences(readImportedValues(database, person), changesBy(draft));
    const bringsPoints = draft.points !== null && draft.points !== 0 && findLedger(database, person.id).entries === 0;
    const hasChanges = Object.keys(changes).length > 0;
    if (hasChanges) scratch?.addUpdate({ customerId: person.id, changes: JSON.stringify(changes) });
    if (bringsPoints) addImportedPoints(importing, person.id, draft);
    return hasChanges || bringsPoints;
  };

  const settle = (line: number, draft: CustomerDraft, tally: Tally): Parsed<PreviewRow> => {
    const said = draft.number ?? draft.cardNo ?? draft.name ?? draft.phone?.value ?? '';
    const row = (isNew: boolean): Parsed<PreviewRow> => ({
      ok: true,
      value: { line, customer: draft.name ?? said, on: draft.createdOn, amountCents: null, isNew },
    });
    const isNameOnly = draft.number === null && draft.cardNo === null && draft.phone === null;
    // Two people may share a name: only a row that repeats another to the letter is the same person again.
    const key = isNameOnly ? `row:${JSON.stringify(draft)}` : identityKey(draft);
    if (keys.has(key)) {
      if (draft.number !== null) return refused('number_taken', 'number', draft.number);
      if (draft.cardNo !== null) return refused('number_taken', 'cardNo', draft.cardNo);
      tally.skipped += 1;
      return row(false);
    }
    const match = people.match(draft);
    if (match.kind === 'ambiguous') return refused('customer_unknown', 'name', said);
    if (match.kind === 'removed') return refused('number_taken', draft.number === null ? 'cardNo' : 'number', said);
    const holder = draft.cardNo === null ? undefined : (cards.get(draft.cardNo) ?? people.holderOfCard(draft.cardNo)?.id);
    const ownId = match.kind === 'known' ? match.person.id : null;
    if (holder !== undefined && holder !== ownId) return refused('number_taken', 'cardNo', draft.cardNo ?? '');
    keys.add(key);

    if (match.kind === 'known' && !(isNameOnly && known.has(match.person.id))) {
      const { person } = match;
      tally.customers.add(person.id);
      if (draft.cardNo !== null) cards.set(draft.cardNo, person.id);
      const isSecondRow = known.has(person.id);
      known.add(person.id);
      if (wishes.onExisting === 'skip' || isSecondRow || !update(person, draft)) tally.skipped += 1;
      else tally.updated += 1;
      return row(false);
    }
    const id = addNewcomer(importing, draft);
    if (draft.cardNo !== null) cards.set(draft.cardNo, id);
    tally.customers.add(id);
    tally.added += 1;
    return row(true);
  };

  return (line, cells, tally) => {
    const parsed = read(cells);
    return parsed.ok ? settle(line, parsed.value, tally) : parsed;
  };
};
