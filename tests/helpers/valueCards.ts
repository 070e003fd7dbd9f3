import { valueCardsHandlers } from '../../electron/handlers/valueCards.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

const area = contract.valueCards;
const everything = { productIds: [], categories: [] };

/** A gift card of any amount that pays for everything, for ever. */
export const giftCardType = { name: '礼品卡', kind: 'gift', scope: everything, faces: [], validDays: null } as const;

/** What the desk does with cards with money on them, each through contract and handler in one transaction. */
export const valueCardsAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => {
  const saveType = (input: Partial<CallInput<'valueCards.saveType'>> = {}) =>
    command(() => valueCardsHandlers['valueCards.saveType'](context, area.saveType.input.parse({ ...giftCardType, ...input })));
  const sell = (input: Partial<CallInput<'valueCards.sell'>> & Pick<CallInput<'valueCards.sell'>, 'typeId'>) =>
    command(() =>
      valueCardsHandlers['valueCards.sell'](
        context,
        area.sell.input.parse({
          customerId: null,
          faceCents: 100_00,
          paidCents: input.faceCents ?? 100_00,
          method: 'cash',
          ...input,
        }),
      ),
    );
  return {
    saveType,
    sell,
    types: (includeArchived = false) => valueCardsHandlers['valueCards.types'](context, { includeArchived }).types,
    archiveType: (input: CallInput<'valueCards.archiveType'>) =>
      command(() => valueCardsHandlers['valueCards.archiveType'](context, area.archiveType.input.parse(input))),
    removeType: (input: CallInput<'valueCards.removeType'>) =>
      command(() => valueCardsHandlers['valueCards.removeType'](context, area.removeType.input.parse(input))),
    void: (cardId: string) =>
      command(() => valueCardsHandlers['valueCards.void'](context, area.void.input.parse({ cardId, reason: '丢了' }))),
    reverse: (entryId: string) =>
      command(() => valueCardsHandlers['valueCards.reverse'](context, area.reverse.input.parse({ entryId, reason: '记错' }))),
    find: (input: CallInput<'valueCards.find'> = {}) =>
      area.find.output.parse(valueCardsHandlers['valueCards.find'](context, area.find.input.parse(input))),
    findById: (cardId: string) =>
      area.findById.output.parse(valueCardsHandlers['valueCards.findById'](context, area.findById.input.parse({ cardId }))),
    ofCustomer: (customerId: string, includeOver = false) =>
      area.ofCustomer.output.parse(
        valueCardsHandlers['valueCards.ofCustomer'](context, area.ofCustomer.input.parse({ customerId, includeOver })),
      ),
    atVisit: (input: CallInput<'valueCards.atVisit'>) =>
      area.atVisit.output.parse(valueCardsHandlers['valueCards.atVisit'](context, area.atVisit.input.parse(input))),
    owed: () => area.owed.output.parse(valueCardsHandlers['valueCards.owed'](context, {})),
  };
};
