import { countCardsHandlers } from '../../electron/handlers/countCards.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

const area = contract.countCards;
type Given<Name extends keyof typeof area> = CallInput<`countCards.${Name}`>;

/** A kind of card of ten uses that holds a year. */
export const tenUses = {
  name: '洗车 10 次卡',
  uses: 10,
  priceCents: 500_00,
  validity: { count: 12, unit: 'months', from: 'issue' },
  scope: { productIds: [], categories: [] },
  productId: null,
  gapDays: null,
  freezeDays: 30,
} as const;

/** What the desk can do with count cards, each through contract and handler in one transaction. */
export const cardsAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => ({
  types: (includeArchived = false) =>
    countCardsHandlers['countCards.types'](context, area.types.input.parse({ includeArchived })).types,
  saveType: (input: Partial<Given<'saveType'>> = {}) =>
    command(() =>
      countCardsHandlers['countCards.saveType'](
        context,
        area.saveType.input.parse({ ...tenUses, ...input, scope: input.scope ?? { productIds: [], categories: [] } }),
      ),
    ),
  archiveType: (input: Given<'archiveType'>) =>
    command(() => countCardsHandlers['countCards.archiveType'](context, area.archiveType.input.parse(input))),
  removeType: (input: Given<'removeType'>) =>
    command(() => countCardsHandlers['countCards.removeType'](context, area.removeType.input.parse(input))),
  ofCustomer: (customerId: string, includeOver = true) =>
    area.ofCustomer.output.parse(
      countCardsHandlers['countCards.ofCustomer'](context, area.ofCustomer.input.parse({ customerId, includeOver })),
    ).cards,
  history: (cardId: string) => countCardsHandlers['countCards.history'](context, area.history.input.parse({ cardId })).entries,
  forVisit: (input: Given<'forVisit'>) => countCardsHandlers['countCards.forVisit'](context, area.forVisit.input.parse(input)),
  issue: (input: Omit<Given<'issue'>, 'reason'>) =>
    command(() => countCardsHandlers['countCards.issue'](context, area.issue.input.parse({ ...input, reason: '旧卡换新' }))),
  extend: (cardId: string, days: number) =>
    command(() => countCardsHandlers['countCards.extend'](context, area.extend.input.parse({ cardId, days, reason: '停业' }))),
  freeze: (cardId: string, days: number) =>
    command(() => countCardsHandlers['countCards.freeze'](context, area.freeze.input.parse({ cardId, days, reason: '出差' }))),
  thaw: (cardId: string) =>
    command(() => countCardsHandlers['countCards.thaw'](context, area.thaw.input.parse({ cardId, reason: '回来了' }))),
  void: (cardId: string) =>
    command(() => countCardsHandlers['countCards.void'](context, area.void.input.parse({ cardId, reason: '弄错了' }))),
  transfer: (input: Omit<Given<'transfer'>, 'reason'>) =>
    command(() =>
      countCardsHandlers['countCards.transfer'](context, area.transfer.input.parse({ ...input, reason: '给家人用' })),
    ),
  reverse: (entryId: string) =>
    command(() => countCardsHandlers['countCards.reverse'](context, area.reverse.input.parse({ entryId, reason: '撤销' }))),
  owed: () => area.owed.output.parse(countCardsHandlers['countCards.owed'](context, {})),
  lapsing: (input: Given<'lapsing'> = {}) =>
    area.lapsing.output.parse(countCardsHandlers['countCards.lapsing'](context, area.lapsing.input.parse(input))),
  extendAll: (cardTypeId: string, days: number) =>
    command(() =>
      countCardsHandlers['countCards.extendAll'](context, area.extendAll.input.parse({ cardTypeId, days, reason: '装修' })),
    ),
  takeBackExtension: (changeId: string) =>
    command(() =>
      countCardsHandlers['countCards.takeBackExtension'](
        context,
        area.takeBackExtension.input.parse({ changeId, reason: '撤销' }),
      ),
    ),
});
