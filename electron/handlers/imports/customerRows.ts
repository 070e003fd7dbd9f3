import { fieldValueText, parseFieldValue } from '../../../shared/domain/customFields.ts';
import { customerReader, type CustomerDraft } from '../../../shared/domain/imports/customers.ts';
import { refused, type Mapping, type Parsed } from '../../../shared/domain/imports/fields.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { listContactMethods } from '../../store/contactMethods.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import { listCustomValues } from '../../store/customFields.ts';
import { listTagsOfCustomer } from '../../store/customerTags.ts';
import { findLedger } from '../../store/loyalty.ts';
import { newContacts } from './contacts.ts';
import { fieldsByName, hasExtras, unfitValue } from './extras.ts';
import { addImportedPoints, addNewcomer, type Importing } from './newcomers.ts';
import { findPeople, identityKey } from './people.ts';
import type { RowIntake, RowWishes } from './purchaseRows.ts';
import { skip, type Tally } from './tally.ts';
import type { PreviewRow } from './types.ts';
import { changesBy, differences, onlyBlanks, readImportedValues } from './updates.ts';

/**
 * Rows of a customer list. Somebody unknown is created (or passed over); somebody known gets the file's values where they differ, or
 * only where the shop knows nothing, or is left alone. A balance of points is taken over only into an empty ledger: to one that has
 * moved on it would be added twice.
 */
export const customerIntake = (importing: Importing, mapping: Mapping, wishes: RowWishes): RowIntake => {
  const { context, scratch } = importing;
  const { database } = context;
  const read = customerReader(mapping, importing.today, wishes);
  const people = findPeople(database, wishes.matchBy);
  const keys = new Set<string>();
  const numbers = new Set<string>();
  const phones = new Set<string>();
  const cards = new Map<string, CustomerId>();
  const known = new Set<CustomerId>();

  const ownFields = fieldsByName(database);
  /** Whether a known person gets a tag or a value that is not there yet. */
  const bringsNews = (customerId: CustomerId, extras: CustomerDraft['extras']): boolean => {
    const tags = listTagsOfCustomer(database, customerId);
    if (extras.tags.some(({ group, name }) => !tags.some((tag) => tag.groupName === group && tag.name === name))) return true;
    const values = listCustomValues(database, [customerId]).get(customerId);
    return extras.values.some(({ field: name, text }) => {
      const field = ownFields.get(name);
      if (!field) return true;
      const present = values?.get(field.id) ?? null;
      if (present !== null && wishes.onConflict === 'shop') return false;
      return fieldValueText(field, present) !== fieldValueText(field, parseFieldValue(field, text) ?? null);
    });
  };

  const update = (person: CustomerRecord, draft: CustomerDraft): boolean => {
    const present = readImportedValues(database, person);
    const differing = differences(present, changesBy(draft));
    const changes = wishes.onConflict === 'file' ? differing : onlyBlanks(present, differing);
    const { extras } = draft;
    const contacts = newContacts(draft, listContactMethods(database, person.id), changes);
    const bringsPoints = draft.points !== null && draft.points !== 0 && findLedger(database, person.id).entries === 0;
    const bringsExtras = hasExtras(extras) && bringsNews(person.id, extras);
    const hasChanges = Object.keys(changes).length > 0 || contacts.length > 0 || bringsExtras;
    const fileWins = wishes.onConflict === 'file';
    if (hasChanges)
      scratch?.addUpdate({ customerId: person.id, changes: JSON.stringify({ fields: changes, contacts, extras, fileWins }) });
    if (bringsPoints) addImportedPoints(importing, person.id, draft);
    return hasChanges || bringsPoints;
  };

  const countSharedPhone = (draft: CustomerDraft, tally: Tally): void => {
    const e164 = draft.phone?.e164 ?? null;
    if (e164 === null) return;
    if (people.isPhoneKnown(e164)) tally.sharedPhones.inShop += 1;
    else if (phones.has(e164)) tally.sharedPhones.inFile += 1;
    phones.add(e164);
  };

  const settle = (line: number, draft: CustomerDraft, tally: Tally): Parsed<PreviewRow> => {
    const said = draft.number ?? draft.cardNo ?? draft.name ?? draft.phone?.value ?? '';
    const row = (isNew: boolean): Parsed<PreviewRow> => ({
      ok: true,
      value: { line, customer: draft.name ?? said, on: draft.createdOn, amountCents: null, isNew },
    });
    const isNameOnly = draft.number === null && draft.cardNo === null && draft.phone === null;
    const isByCode = wishes.matchBy === 'auto' || wishes.matchBy === 'number' || wishes.matchBy === 'cardNo';
    // Two people may share a name: only a row that repeats another to the letter is the same person again.
    const key =
      isNameOnly && wishes.matchBy !== 'nameBirthday' ? `row:${JSON.stringify(draft)}` : identityKey(draft, wishes.matchBy);
    if (keys.has(key)) {
      if (isByCode && draft.number !== null) return refused('number_taken', 'number', draft.number);
      if (isByCode && draft.cardNo !== null) return refused('number_taken', 'cardNo', draft.cardNo);
      skip(tally, 'repeated');
      return row(false);
    }
    const match = people.match(draft);
    if (match.kind === 'ambiguous') return refused('customer_unknown', 'name', said);
    if (match.kind === 'removed') return refused('number_taken', draft.number === null ? 'cardNo' : 'number', said);
    const holder = draft.cardNo === null ? undefined : (cards.get(draft.cardNo) ?? people.holderOfCard(draft.cardNo)?.id);
    const ownId = match.kind === 'known' ? match.person.id : null;
    if (holder !== undefined && holder !== ownId) return refused('number_taken', 'cardNo', draft.cardNo ?? '');

    if (match.kind === 'known' && !(isNameOnly && known.has(match.person.id))) {
      keys.add(key);
      const { person } = match;
      tally.customers.add(person.id);
      if (draft.cardNo !== null) cards.set(draft.cardNo, person.id);
      const isSecondRow = known.has(person.id);
      known.add(person.id);
      if (isSecondRow) skip(tally, 'repeated');
      else if (wishes.onExisting === 'skip') skip(tally, 'known');
      else if (update(person, draft)) tally.updated += 1;
      else skip(tally, 'unchanged');
      return row(false);
    }
    if (wishes.onNew === 'skip') {
      skip(tally, 'unknown');
      return row(false);
    }
    if (draft.number !== null && (people.isNumberTaken(draft.number) || numbers.has(draft.number)))
      return refused('number_taken', 'number', draft.number);
    keys.add(key);
    if (draft.number !== null) numbers.add(draft.number);
    countSharedPhone(draft, tally);
    const id = addNewcomer(importing, draft);
    if (hasExtras(draft.extras))
      scratch?.addUpdate({
        customerId: id,
        changes: JSON.stringify({ fields: {}, contacts: [], extras: draft.extras, fileWins: true }),
      });
    if (draft.cardNo !== null) cards.set(draft.cardNo, id);
    tally.customers.add(id);
    tally.added += 1;
    return row(true);
  };

  return (line, cells, tally) => {
    const parsed = read(cells);
    const unfit = parsed.ok ? unfitValue(ownFields, parsed.value.extras) : null;
    if (unfit !== null) return refused('custom_invalid', 'customField', unfit.slice(0, 200));
    return parsed.ok ? settle(line, parsed.value, tally) : parsed;
  };
};
