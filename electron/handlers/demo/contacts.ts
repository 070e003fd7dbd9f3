import { makeDemoContacts, whoWasPromisedACall } from '../../../shared/domain/demo/contacts.ts';
import type { DemoVisit } from '../../../shared/domain/demo/history.ts';
import type { DemoOptions, DemoPerson } from '../../../shared/domain/demo/person.ts';
import { callbackId, interactionId } from '../../../shared/types/ids.ts';
import { addDays } from '../../../shared/types/time.ts';
import { rowInserter } from '../../store/bulk.ts';
import type { DemoWriter } from './shop.ts';
import type { DemoIds } from './trade.ts';

const PROMISED_DAYS_AGO = 4;
const CALLED_AT_MINUTE = 15 * 60;
const PROMISED_AT_MINUTE = 10 * 60 + 30;

/** Writes messages and calls between visits, and the calls that are promised for today. */
export const writeContacts = (
  writer: DemoWriter,
  options: DemoOptions,
  people: readonly DemoPerson[],
  visits: readonly DemoVisit[],
  { customers, staff }: DemoIds,
): void => {
  const insert = rowInserter(writer.database, 'interactions');
  const insertCallback = rowInserter(writer.database, 'callbacks');
  const staffOf = (person: DemoPerson) => (person.owner === null ? null : (staff[person.owner] ?? null));
  for (const person of people) {
    const customer = customers[person.index];
    if (customer === undefined) continue;
    for (const { on, minute, channel, direction, note } of makeDemoContacts(options, person))
      insert({
        id: interactionId(writer.newId()),
        customer_id: customer,
        at: writer.at(on, minute),
        business_date: on,
        channel,
        direction,
        is_promotional: 0,
        outcome: null,
        note,
        next_attempt_at: null,
        staff_id: staffOf(person),
        undone_at: null,
      });
  }
  const on = addDays(options.today, -PROMISED_DAYS_AGO);
  for (const person of whoWasPromisedACall(options, people, visits)) {
    const customer = customers[person.index];
    if (customer === undefined) continue;
    const interaction = interactionId(writer.newId());
    const common = {
      customer_id: customer,
      at: writer.at(on, CALLED_AT_MINUTE),
      business_date: on,
      outcome: 'call_at',
      note: '想问护理套餐，约好再打',
      next_attempt_at: writer.at(options.today, PROMISED_AT_MINUTE),
      staff_id: staffOf(person),
      undone_at: null,
    } as const;
    insert({ id: interaction, ...common, channel: 'phone', direction: 'out', is_promotional: 0 });
    insertCallback({ id: callbackId(writer.newId()), ...common, interaction_id: interaction, reasons: '[]', before: '{}' });
  }
};
