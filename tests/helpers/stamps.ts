import { stampsHandlers } from '../../electron/handlers/stamps.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

const area = contract.stamps;

/** A card on which every visit brings a stamp, and five bring a hundred points. */
export const fiveVisits = {
  name: '五次送分',
  per: 'visit',
  leastCents: 0,
  scope: { productIds: [], categories: [] },
  needed: 5,
  points: 100,
  couponTypeId: null,
} as const;

/** What the desk can do with stamps, each through contract and handler in one transaction. */
export const stampsAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => ({
  cards: (includeArchived = false) => area.cards.output.parse(stampsHandlers['stamps.cards'](context, { includeArchived })).cards,
  saveCard: (input: Partial<CallInput<'stamps.saveCard'>> = {}) =>
    command(() => stampsHandlers['stamps.saveCard'](context, area.saveCard.input.parse({ ...fiveVisits, ...input }))),
  archiveCard: (cardId: string, isArchived: boolean) =>
    command(() => stampsHandlers['stamps.archiveCard'](context, area.archiveCard.input.parse({ cardId, isArchived }))),
  removeCard: (cardId: string) =>
    command(() => stampsHandlers['stamps.removeCard'](context, area.removeCard.input.parse({ cardId }))),
  ofCustomer: (customerId: string): OutputOf<'stamps.ofCustomer'> =>
    area.ofCustomer.output.parse(stampsHandlers['stamps.ofCustomer'](context, area.ofCustomer.input.parse({ customerId }))),
  adjust: (input: Omit<CallInput<'stamps.adjust'>, 'reason'>) =>
    command(() => stampsHandlers['stamps.adjust'](context, area.adjust.input.parse({ ...input, reason: '纸卡' }))),
  takeBack: (entryId: string) =>
    command(() => stampsHandlers['stamps.takeBack'](context, area.takeBack.input.parse({ entryId }))),
});
