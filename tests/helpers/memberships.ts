import { membershipsHandlers } from '../../electron/handlers/memberships.ts';
import { giveDueMemberships } from '../../electron/handlers/memberships/grants.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

const area = contract.memberships;

/** A year for 365 yuan that gives nothing but itself. */
export const goldYear = {
  name: '金卡年费',
  priceCents: 365_00,
  months: 12,
  tierId: null,
  every: 'month',
  everyDays: null,
  couponTypeId: null,
  coupons: 0,
  points: 0,
} as const;

/** What the desk can do with paid memberships, each through contract and handler in one transaction. */
export const membershipsAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => ({
  plans: (includeArchived = false) =>
    area.plans.output.parse(membershipsHandlers['memberships.plans'](context, { includeArchived })).plans,
  savePlan: (input: Partial<CallInput<'memberships.savePlan'>> = {}) =>
    command(() => membershipsHandlers['memberships.savePlan'](context, area.savePlan.input.parse({ ...goldYear, ...input }))),
  archivePlan: (planId: string, isArchived: boolean) =>
    command(() => membershipsHandlers['memberships.archivePlan'](context, area.archivePlan.input.parse({ planId, isArchived }))),
  removePlan: (planId: string) =>
    command(() => membershipsHandlers['memberships.removePlan'](context, area.removePlan.input.parse({ planId }))),
  ofCustomer: (customerId: string): OutputOf<'memberships.ofCustomer'> =>
    area.ofCustomer.output.parse(
      membershipsHandlers['memberships.ofCustomer'](context, area.ofCustomer.input.parse({ customerId })),
    ),
  sell: (input: Pick<CallInput<'memberships.sell'>, 'customerId' | 'planId'> & Partial<CallInput<'memberships.sell'>>) =>
    command(() =>
      membershipsHandlers['memberships.sell'](context, area.sell.input.parse({ paidCents: 365_00, method: 'cash', ...input })),
    ),
  takeBack: (termId: string) =>
    command(() => membershipsHandlers['memberships.takeBack'](context, area.takeBack.input.parse({ termId }))),
  end: (termId: string, refundCents = 0) =>
    command(() =>
      membershipsHandlers['memberships.end'](
        context,
        area.end.input.parse({ termId, refundCents, method: 'cash', reason: '搬走了' }),
      ),
    ),
  goOn: (termId: string) => command(() => membershipsHandlers['memberships.goOn'](context, area.goOn.input.parse({ termId }))),
  list: (show: CallInput<'memberships.list'>['show']) =>
    area.list.output.parse(membershipsHandlers['memberships.list'](context, area.list.input.parse({ show }))),
  figures: () => area.figures.output.parse(membershipsHandlers['memberships.figures'](context, {})),
  owed: () => area.owed.output.parse(membershipsHandlers['memberships.owed'](context, {})),
  till: (businessDate: CallInput<'memberships.till'>['businessDate']) =>
    area.till.output.parse(membershipsHandlers['memberships.till'](context, area.till.input.parse({ businessDate }))).entries,
  /** What the engine gives by itself. */
  run: (): void => {
    while (command(() => giveDueMemberships(context)).isMore);
  },
});
