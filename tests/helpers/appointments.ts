import { appointmentsHandlers } from '../../electron/handlers/appointments.ts';
import { queueHandlers } from '../../electron/handlers/queue.ts';
import { rostersHandlers } from '../../electron/handlers/rosters.ts';
import { waitlistHandlers } from '../../electron/handlers/waitlist.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { TestStore } from './store.ts';

const { appointments, rosters, queue, waitlist } = contract;

/** What the clerk can do in the diary, each through contract and handler in one transaction. */
export const diaryAt = ({ context, command }: Pick<TestStore, 'context' | 'command'>) => ({
  book: (input: CallInput<'appointments.book'>) =>
    command(() => appointmentsHandlers['appointments.book'](context, appointments.book.input.parse(input))),
  change: (input: CallInput<'appointments.change'>) =>
    command(() => appointmentsHandlers['appointments.change'](context, appointments.change.input.parse(input))),
  setStatus: (input: CallInput<'appointments.setStatus'>) =>
    command(() => appointmentsHandlers['appointments.setStatus'](context, appointments.setStatus.input.parse(input))),
  cancel: (input: CallInput<'appointments.cancel'>) =>
    command(() => appointmentsHandlers['appointments.cancel'](context, appointments.cancel.input.parse(input))),
  undo: (input: CallInput<'appointments.undo'>) =>
    command(() => appointmentsHandlers['appointments.undo'](context, appointments.undo.input.parse(input))),
  remove: (input: CallInput<'appointments.remove'>) =>
    command(() => appointmentsHandlers['appointments.remove'](context, appointments.remove.input.parse(input))),
  restore: (input: CallInput<'appointments.restore'>) =>
    command(() => appointmentsHandlers['appointments.restore'](context, appointments.restore.input.parse(input))),
  saveDeposit: (input: CallInput<'appointments.saveDeposit'>) =>
    command(() => appointmentsHandlers['appointments.saveDeposit'](context, appointments.saveDeposit.input.parse(input))),
  saveResource: (input: CallInput<'appointments.saveResource'>) =>
    command(() => appointmentsHandlers['appointments.saveResource'](context, appointments.saveResource.input.parse(input))),
  resources: () => appointmentsHandlers['appointments.resources'](context, { includeInactive: true }).resources,
  between: (from: string, to: string = from) =>
    appointments.between.output.parse(
      appointmentsHandlers['appointments.between'](context, appointments.between.input.parse({ from, to, limit: 200 })),
    ),
  findById: (input: CallInput<'appointments.findById'>) =>
    appointments.findById.output.parse(
      appointmentsHandlers['appointments.findById'](context, appointments.findById.input.parse(input)),
    ),
  ofCustomer: (input: CallInput<'appointments.ofCustomer'>) =>
    appointments.ofCustomer.output.parse(
      appointmentsHandlers['appointments.ofCustomer'](context, appointments.ofCustomer.input.parse(input)),
    ),
  unconfirmed: (input: CallInput<'appointments.unconfirmed'>) =>
    appointments.unconfirmed.output.parse(
      appointmentsHandlers['appointments.unconfirmed'](context, appointments.unconfirmed.input.parse(input)),
    ),
  check: (input: CallInput<'appointments.check'>) =>
    appointments.check.output.parse(appointmentsHandlers['appointments.check'](context, appointments.check.input.parse(input)))
      .conflicts,
  saveWeek: (input: CallInput<'rosters.saveWeek'>) =>
    command(() => rostersHandlers['rosters.saveWeek'](context, rosters.saveWeek.input.parse(input))),
  saveDay: (input: CallInput<'rosters.saveDay'>) =>
    command(() => rostersHandlers['rosters.saveDay'](context, rosters.saveDay.input.parse(input))),
  roster: (input: CallInput<'rosters.ofStaff'>) =>
    rostersHandlers['rosters.ofStaff'](context, rosters.ofStaff.input.parse(input)),
  rosters: (input: CallInput<'rosters.between'>) =>
    rostersHandlers['rosters.between'](context, rosters.between.input.parse(input)).staff,
  join: (input: CallInput<'queue.join'>) =>
    command(() => queueHandlers['queue.join'](context, queue.join.input.parse(input))).queueEntryId,
  setQueueState: (input: CallInput<'queue.setState'>) =>
    command(() => queueHandlers['queue.setState'](context, queue.setState.input.parse(input))),
  queue: () => queue.today.output.parse(queueHandlers['queue.today'](context, {})),
  saveWish: (input: CallInput<'waitlist.save'>) =>
    command(() => waitlistHandlers['waitlist.save'](context, waitlist.save.input.parse(input))).waitlistEntryId,
  setWishState: (input: CallInput<'waitlist.setState'>) =>
    command(() => waitlistHandlers['waitlist.setState'](context, waitlist.setState.input.parse(input))),
  wishes: () => waitlist.list.output.parse(waitlistHandlers['waitlist.list'](context, waitlist.list.input.parse({}))),
  fitting: (input: CallInput<'waitlist.fitting'>) =>
    waitlistHandlers['waitlist.fitting'](context, waitlist.fitting.input.parse(input)).entries,
});
export type Diary = ReturnType<typeof diaryAt>;
