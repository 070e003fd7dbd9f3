import { readRecords } from '../../electron/engine/records.ts';
import { basisOf } from '../../electron/engine/basis.ts';
import { differencesBetween } from '../../electron/engine/everyone.ts';
import type { ChangedJudgement } from '../../electron/engine/types.ts';
import { callbacksHandlers } from '../../electron/handlers/callbacks.ts';
import { careInternal } from '../../electron/handlers/care.ts';
import { engineInternal, engineStudies } from '../../electron/handlers/engine.ts';
import { segmentsHandlers } from '../../electron/handlers/segments.ts';
import { execute, rows, sqlite } from '../../electron/store/database.ts';
import { readRun } from '../../electron/store/engine.ts';
import { ownRulesOn } from '../../electron/store/reminderRules.ts';
import { factRecorded } from '../../electron/handlers/facts.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import { contactMethodId, customerId as toCustomerId, importantDateId } from '../../shared/types/ids.ts';
import type { CallbackId, CustomerId } from '../../shared/types/ids.ts';
import { instantAt, localDate } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { openDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { openTestStudy } from './store.ts';

/** What must be there. */
export const present = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('nobody there');
  return value;
};

/** Every id there can be. */
const everyone = {
  from: toCustomerId('00000000-0000-0000-0000-000000000000'),
  to: toCustomerId('ffffffff-ffff-ffff-ffff-ffffffffffff'),
};

/** A desk whose engine can run: on disk, with the study's own read-only connection. */
export const openEngineDesk = (options: { today?: string } = {}) => {
  const desk: Desk = openDesk({ onDisk: true });
  const { context, database, command, clock } = desk;
  const study = openTestStudy({ ...desk }, { ...engineInternal, ...careInternal });
  /** Ten in the morning of a day, in the shop's zone. */
  const goTo = (on: LocalDate): void => {
    clock.today = on;
    clock.now = instantAt(on, 10, context.settings().timeZone);
  };
  if (options.today !== undefined) goTo(localDate(options.today));
  const fact = (customerId: CustomerId): void => {
    factRecorded(context, customerId, []);
  };
  return {
    ...desk,
    study,
    goTo,
    refresh: (force = false): Promise<OutputOf<'engine.refresh'>> => engineStudies['engine.refresh'](study.context, { force }),
    today: (input: CallInput<'callbacks.today'> = {}): OutputOf<'callbacks.today'> =>
      contract.callbacks.today.output.parse(
        callbacksHandlers['callbacks.today'](context, contract.callbacks.today.input.parse(input)),
      ),
    outcome: (input: CallInput<'callbacks.recordOutcome'>): OutputOf<'callbacks.recordOutcome'> =>
      command(() => callbacksHandlers['callbacks.recordOutcome'](context, contract.callbacks.recordOutcome.input.parse(input))),
    snooze: (input: CallInput<'callbacks.snooze'>): OutputOf<'callbacks.snooze'> =>
      command(() => callbacksHandlers['callbacks.snooze'](context, contract.callbacks.snooze.input.parse(input))),
    resume: (input: CallInput<'callbacks.resume'>) =>
      command(() => callbacksHandlers['callbacks.resume'](context, contract.callbacks.resume.input.parse(input))),
    snoozeAgain: (input: CallInput<'callbacks.snoozeAgain'>) =>
      command(() => callbacksHandlers['callbacks.snoozeAgain'](context, contract.callbacks.snoozeAgain.input.parse(input))),
    snoozes: (customerId: CustomerId): OutputOf<'callbacks.snoozes'>['snoozes'] =>
      contract.callbacks.snoozes.output.parse(callbacksHandlers['callbacks.snoozes'](context, { customerId })).snoozes,
    undoOutcome: (callbackId: CallbackId): void => {
      command(() => callbacksHandlers['callbacks.undoOutcome'](context, { callbackId }));
    },
    overview: (): OutputOf<'segments.overview'> => segmentsHandlers['segments.overview'](context, {}),
    members: (input: CallInput<'segments.members'>): OutputOf<'segments.members'> =>
      segmentsHandlers['segments.members'](context, contract.segments.members.input.parse(input)),
    addBirthday: (
      customerId: CustomerId,
      month: number,
      day: number,
      calendar: 'solar' | 'lunar' = 'solar',
      isLeap = false,
    ): void => {
      command(() => {
        const id = importantDateId(context.newId());
        const date = { kind: 'birthday', label: '', calendar, year: 1990, month, day, is_leap_month: isLeap ? 1 : 0 } as const;
        execute(database, sqlite.insertInto('important_dates').values({ id, customer_id: customerId, ...date }));
        fact(customerId);
      });
    },
    addPhone: (customerId: CustomerId, value: string): void => {
      command(() => {
        const id = contactMethodId(context.newId());
        const method = { type: 'mobile', value, e164: null, is_primary: 1, is_valid: 1, created_at: context.now() } as const;
        execute(database, sqlite.insertInto('contact_methods').values({ id, customer_id: customerId, ...method }));
      });
    },
    setCustomer: (
      customerId: CustomerId,
      values: { is_vip?: 0 | 1; do_not_contact?: 0 | 1; status?: 'customer' | 'lost'; removed_at?: Desk['clock']['now'] | null },
    ): void => {
      command(() => {
        execute(database, sqlite.updateTable('customers').set(values).where('id', '=', customerId));
        fact(customerId);
      });
    },
    /** What a run over everyone with the stored cut-offs would write now: nothing, when each fact was judged rightly. */
    notYetJudged: (): ChangedJudgement[] =>
      differencesBetween(
        database,
        basisOf(context.today(), context.settings(), readRun(database), ownRulesOn(database)),
        everyone,
      ),
    records: () =>
      readRecords(database, basisOf(context.today(), context.settings(), readRun(database), ownRulesOn(database)), everyone),
    reminders: (customerId: CustomerId) =>
      rows(database, sqlite.selectFrom('reminders').selectAll().where('customer_id', '=', customerId).orderBy('rule')),
    closeAll: (): void => {
      study.close();
      desk.close();
    },
  };
};
export type EngineDesk = ReturnType<typeof openEngineDesk>;
