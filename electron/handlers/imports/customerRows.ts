import { fieldValueText, parseFieldValue } from '../../../shared/domain/customFields.ts';
import { customerReader, type CustomerDraft } from '../../../shared/domain/imports/customers.ts';
import { refused, type Mapping, type Parsed } from '../../../shared/domain/imports/fields.ts';
import { points, type Points } from '../../../shared/types/amounts.ts';
import type { CustomerId, StaffId } from '../../../shared/types/ids.ts';
import { listContactMethods } from '../../store/contactMethods.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import { listCustomValues } from '../../store/customFields.ts';
import { listTagsOfCustomer } from '../../store/customerTags.ts';
import { findLedger } from '../../store/loyalty.ts';
import { listTagGroupRows } from '../../store/tags.ts';
import { newContacts } from './contacts.ts';
import { fieldsByName, hasExtras, unfitValue } from './extras.ts';
import { addFacts } from './facts.ts';
import { factChanges, noFactChanges } from './knownFacts.ts';
import { addImportedPoints, addNewcomer, type Importing } from './newcomers.ts';
import { findPeople, identityKey } from './people.ts';
import type { CustomerIntake, RowWishes } from './purchaseRows.ts';
import { findReferrers } from './referrers.ts';
import { skip, type Tally } from './tally.ts';
import { moreThings } from './thingRows.ts';
import type { PreviewRow } from './types.ts';
import { changesBy, differences, onlyBlanks, readImportedValues } from './updates.ts';

/**
 * Rows of a customer list. Somebody unknown is created (or passed over); somebody known gets the file's values where they differ, or
 * only where the shop knows nothing, or is left alone. A balance of points is taken over only into an empty ledger: to one that has
 * moved on it would be added twice, unless the file's balance is to be the shop's: then what is missing to it is added. A row that
 * repeats a person may bring a further thing of theirs: a sheet of cars or pets has one a row.
 */
export const customerIntake = (importing: Importing, mapping: Mapping, wishes: RowWishes): CustomerIntake => {
  const { context, scratch } = importing;
  const { database } = context;
  const read = customerReader(mapping, importing.today, wishes);
  const people = findPeople(database, wishes.matchBy);
  const keys = new Set<string>();
  const numbers = new Set<string>();
  const phones = new Set<string>();
  /** Whom the first row with a key meant. */
  const owners = new Map<string, { readonly id: CustomerId; readonly isNew: boolean; readonly name: string | null }>();
  const cards = new Map<string, CustomerId>();
  const known = new Set<CustomerId>();
  const referrers = findReferrers(importing, wishes.onConflict === 'file');
  const things = moreThings(importing, wishes);
  const exclusiveGroups = new Set(listTagGroupRows(database).flatMap((group) => (group.is_exclusive === 1 ? [group.name] : [])));
  /** Two tags of a group of which a person has one: which of them is meant, only a person can say. */
  const clashingTags = ({ tags }: CustomerDraft['extras']): string | null => {
    const first = new Map<string, string>();
    for (const { group, name } of tags) {
      if (!exclusiveGroups.has(group)) continue;
      const other = first.get(group);
      if (other !== undefined && other !== name) return `${group}: ${other}、${name}`;
      first.set(group, name);
    }
    return null;
  };

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

  const fileWins = wishes.onConflict === 'file';
  /** What is missing to the balance that the file says, or null where the ledger is to stay. */
  const missingPoints = (customerId: CustomerId, said: Points | null): Points | null => {
    if (said === null) return null;
    const { entries, balance } = findLedger(database, customerId);
    if (wishes.balances === 'fill') return entries === 0 && said !== 0 ? said : null;
    return said === balance ? null : points(said - balance);
  };

  const update = (person: CustomerRecord, draft: CustomerDraft, tally: Tally): boolean => {
    const present = readImportedValues(database, person);
    const referrerId = referrers.inStore(person.id, draft.referrer);
    const ownerId = draft.owner === null ? undefined : staffOf(draft.owner, tally);
    const said = changesBy(draft, { ...(referrerId && { referrerId }), ...(ownerId && { ownerId }) });
    const differing = differences(present, said);
    const changes = fileWins ? differing : onlyBlanks(present, differing);
    const { extras } = draft;
    const contacts = newContacts(draft, listContactMethods(database, person.id), changes);
    const balance = missingPoints(person.id, draft.points);
    const bringsExtras = hasExtras(extras) && bringsNews(person.id, extras);
    const facts = factChanges(database, person.id, draft.facts, fileWins);
    const hasChanges = Object.keys(changes).length > 0 || contacts.length > 0 || bringsExtras || facts.names.length > 0;
    if (hasChanges) {
      const { names, thingValues, renewals } = facts;
      const written = { fields: changes, contacts, extras, fileWins, facts: { names, thingValues, renewals } };
      scratch?.addUpdate({ customerId: person.id, changes: JSON.stringify(written) });
      addFacts(importing, person.id, facts, importing.names.products);
    }
    addImportedPoints(importing, person.id, balance);
    return hasChanges || balance !== null;
  };

  const staffOf = (name: string, tally: Tally): StaffId | undefined => {
    const found = importing.names.staff.get(name);
    if (found === undefined) tally.unknownStaff.add(name);
    return found;
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
    const earlier = owners.get(key);
    if (keys.has(key) && earlier !== undefined && (draft.name === null || earlier.name === null || draft.name === earlier.name)) {
      if (things.add(earlier.id, earlier.isNew, draft.facts)) {
        tally.updated += 1;
        return row(false);
      }
    }
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
      referrers.note(person.id, { ...draft, number: person.number });
      if (wishes.onExisting === 'skip') skip(tally, isSecondRow ? 'repeated' : 'known');
      else if (isSecondRow && things.add(person.id, false, draft.facts)) tally.updated += 1;
      else if (isSecondRow) skip(tally, 'repeated');
      else {
        owners.set(key, { id: person.id, isNew: false, name: draft.name });
        const isChanged = update(person, draft, tally);
        things.note(person.id, draft.facts);
        referrers.later(person.id, draft.referrer, false);
        if (isChanged) tally.updated += 1;
        else skip(tally, 'unchanged');
      }
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
    if (draft.owner !== null) staffOf(draft.owner, tally);
    const id = addNewcomer(importing, draft);
    owners.set(key, { id, isNew: true, name: draft.name });
    things.note(id, draft.facts);
    referrers.note(id, draft);
    referrers.later(id, draft.referrer, true);
    if (hasExtras(draft.extras))
      scratch?.addUpdate({
        customerId: id,
        changes: JSON.stringify({ fields: {}, contacts: [], extras: draft.extras, fileWins: true, facts: noFactChanges }),
      });
    if (draft.cardNo !== null) cards.set(draft.cardNo, id);
    tally.customers.add(id);
    tally.added += 1;
    return row(true);
  };

  return {
    take: (line, cells, tally) => {
      const parsed = read(cells);
      if (!parsed.ok) return parsed;
      const unfit = unfitValue(ownFields, parsed.value.extras);
      if (unfit !== null) return { ...refused('custom_invalid', 'customField', unfit.text.slice(0, 200)), column: unfit.field };
      const clash = clashingTags(parsed.value.extras);
      return clash === null ? settle(line, parsed.value, tally) : refused('tags_exclusive', 'tags', clash.slice(0, 200));
    },
    finish: (tally) => {
      for (const code of referrers.settle()) tally.unknownReferrers.add(code);
    },
  };
};
