import { factRecorded } from '../../electron/handlers/facts.ts';
import { reminderRuleStudies, reminderRulesHandlers } from '../../electron/handlers/reminderRules.ts';
import { execute, sqlite } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import { familyMemberId } from '../../shared/types/ids.ts';
import type { CustomerId, ProductId } from '../../shared/types/ids.ts';
import { dateParts, localDate } from '../../shared/types/time.ts';
import { openEngineDesk } from './engine.ts';

/** A desk with what the shop can do with reminder rules of its own, each through contract and handler. */
export const openRuleShop = (today: string) => {
  const desk = openEngineDesk({ today });
  const { context, command, database } = desk;
  const save = (input: Partial<CallInput<'reminderRules.save'>> & Pick<CallInput<'reminderRules.save'>, 'base'>) =>
    command(() =>
      reminderRulesHandlers['reminderRules.save'](
        context,
        contract.reminderRules.save.input.parse({ name: '规则', steps: [30], giveUpDays: 7, ...input }),
      ),
    );
  return {
    desk,
    save,
    list: () => contract.reminderRules.list.output.parse(reminderRulesHandlers['reminderRules.list'](context, {})).rules,
    turn: (input: CallInput<'reminderRules.turn'>) =>
      command(() => reminderRulesHandlers['reminderRules.turn'](context, contract.reminderRules.turn.input.parse(input))),
    remove: (input: CallInput<'reminderRules.remove'>) =>
      command(() => reminderRulesHandlers['reminderRules.remove'](context, contract.reminderRules.remove.input.parse(input))),
    preview: async (
      input: Partial<CallInput<'reminderRules.preview'>> & Pick<CallInput<'reminderRules.preview'>, 'base'>,
    ): Promise<OutputOf<'reminderRules.preview'>> =>
      contract.reminderRules.preview.output.parse(
        await reminderRuleStudies['reminderRules.preview'](
          desk.study.context,
          contract.reminderRules.preview.input.parse({ steps: [30], giveUpDays: 7, ...input }),
        ),
      ),
    putIn: (productId: ProductId, category: string | null): void => {
      command(() => execute(database, sqlite.updateTable('products').set({ category }).where('id', '=', productId)));
    },
    addChild: (customerId: CustomerId, name: string, on: string): void => {
      const { year, month, day } = dateParts(localDate(on));
      command(() => {
        execute(
          database,
          sqlite.insertInto('family_members').values({
            id: familyMemberId(context.newId()),
            customer_id: customerId,
            name,
            relation: '孩子',
            calendar: 'solar',
            birth_year: year,
            birth_month: month,
            birth_day: day,
            is_leap_month: 0,
          }),
        );
        factRecorded(context, customerId, []);
      });
    },
    own: (customerId: CustomerId) =>
      desk
        .reminders(customerId)
        .filter(({ rule, closed_by: by }) => rule === 'own' && by === null)
        .map(({ occurrence }) => occurrence.slice(37)),
  };
};
export type RuleShop = ReturnType<typeof openRuleShop>;
