import type { QueueEntry } from '../../shared/contract/queue.ts';
import { isOnRoster } from '../../shared/domain/appointments/rosters.ts';
import { turnOrder } from '../../shared/domain/appointments/turns.ts';
import { AppError } from '../../shared/errors.ts';
import { queueEntryId as toQueueEntryId } from '../../shared/types/ids.ts';
import { addDays } from '../../shared/types/time.ts';
import { findQueueEntry, insertQueueEntry, listQueue, listTurns, markQueueEntry } from '../store/queue.ts';
import type { QueueRow } from '../store/queue.ts';
import { readRoster } from '../store/rosters.ts';
import { listStaff } from '../store/staff.ts';
import { tellDiary, wallNow } from './appointments/known.ts';
import type { BaseContext, HandlersOf } from './context.ts';
import { requirePresentCustomer, requireProducts, requireStaff } from './references.ts';

const MOST_ENTRIES = 200;

const entryOf = ({ customerName, phone, ...row }: QueueRow): QueueEntry => ({
  ...row,
  name: customerName ?? row.name,
  contact: row.customerId === null ? row.contact : phone,
});

/** The people who are at work at this moment. */
const atWork = (context: BaseContext) => {
  const now = wallNow(context);
  return listStaff(context.database, false).filter(({ id }) =>
    isOnRoster({ ...now, lengthMinutes: 1 }, readRoster(context.database, id, addDays(now.on, -1), addDays(now.on, 1))),
  );
};

/** Who came without an appointment and waits (X34). */
export const queueHandlers: HandlersOf<'queue'> = {
  'queue.today': (context) => {
    const { database } = context;
    const day = context.today();
    const people = atWork(context);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const order = turnOrder(
      people.map(({ id }) => id),
      listTurns(database, day),
    );
    return {
      entries: listQueue(database, day, MOST_ENTRIES).map(entryOf),
      turns: order.map((staffId) => ({ staffId, name: names.get(staffId) ?? '' })),
      isByTurns: context.settings().queueByTurns,
    };
  },
  'queue.join': (context, { customerId, name, contact, productId, service, requestedStaffId }) => {
    if (customerId !== null) requirePresentCustomer(context, customerId);
    requireStaff(context, [requestedStaffId]);
    requireProducts(context, [productId]);
    const id = toQueueEntryId(context.newId());
    insertQueueEntry(context.database, {
      id,
      day: context.today(),
      at: context.now(),
      customerId,
      name: customerId === null ? name : '',
      contact: customerId === null && contact !== '' ? contact : null,
      productId,
      service,
      requestedStaffId,
    });
    tellDiary(context, [customerId]);
    return { queueEntryId: id };
  },
  'queue.setState': (context, { queueEntryId, state, staffId }) => {
    const row = findQueueEntry(context.database, queueEntryId);
    if (!row) throw new AppError('not_found', { what: 'queue_entry' });
    requireStaff(context, [staffId]);
    const isServed = state === 'served';
    markQueueEntry(context.database, queueEntryId, {
      state,
      staffId: isServed ? staffId : null,
      takenAt: isServed ? context.now() : null,
    });
    tellDiary(context, [row.customerId]);
    return {};
  },
};
