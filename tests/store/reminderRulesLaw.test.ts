import { fc, test as property } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { VisitId } from '../../shared/types/ids.ts';
import { addDays } from '../../shared/types/time.ts';
import { item } from '../helpers/desk.ts';
import { openRuleShop } from '../helpers/reminderRules.ts';
import { salesOf } from '../helpers/sales.ts';

const act = fc.record({
  who: fc.nat(2),
  kind: fc.constantFrom('buy', 'buyOther', 'undo', 'return', 'child', 'rule', 'turn', 'vip', 'category', 'call'),
  many: fc.nat(40),
  days: fc.nat(4),
});

describe('the law of the engine, with rules of the shop', () => {
  property.prop([fc.array(act, { minLength: 10, maxLength: 50 })], { numRuns: 25 })(
    'after every act each customer is judged as a run over everyone would judge them',
    async (acts) => {
      const local = openRuleShop('2026-11-21');
      const { desk } = local;
      try {
        const people = [desk.addCustomer(), desk.addCustomer(), desk.addCustomer()] as const;
        const products = [desk.addProduct('护发素', 10_00, null), desk.addProduct('奶粉', 20_00, null)] as const;
        local.putIn(products[1], '奶粉');
        const visits: VisitId[] = [];
        let rules = 0;
        await desk.refresh();
        for (const { who, kind, many, days } of acts) {
          const person = people[who] ?? people[0];
          const businessDate = addDays(desk.clock.today, -many);
          switch (kind) {
            case 'buy':
            case 'buyOther': {
              const productId = products[kind === 'buy' ? 0 : 1];
              const lines = [{ ...item(10_00, 1 + (many % 3)), productId }];
              visits.push(desk.record({ customerId: person, businessDate, lines }).visitId);
              break;
            }
            case 'undo': {
              const visitId = visits.pop();
              if (visitId !== undefined) desk.undo({ visitId });
              break;
            }
            case 'return': {
              const visitId = visits.pop();
              if (visitId === undefined) break;
              const [line] = desk.findVisit({ visitId }).lines;
              if (line) salesOf(desk).returnLines({ visitId, lines: [{ lineId: line.id, quantity: 1000 }], reason: '不合适' });
              break;
            }
            case 'child':
              local.addChild(person, '豆豆', addDays(desk.clock.today, -150 - many));
              break;
            case 'rule': {
              rules += 1;
              const base = (
                [
                  { kind: 'after_purchase', productId: products[0] },
                  { kind: 'replenish', category: '奶粉', daysPerUnit: 1 + many },
                  { kind: 'age_stage', bearer: 'family', months: 6 },
                  { kind: 'festival', festival: 'winter_solstice' },
                  { kind: 'first_visit', months: 1 },
                ] as const
              )[many % 5] ?? { kind: 'after_purchase' };
              local.save({
                name: `规则 ${rules}`,
                base,
                steps: base.kind === 'after_purchase' ? [0, many + 1] : [-many, 0],
                giveUpDays: 1 + many,
                isVipOnly: many % 7 === 0,
                values: many % 3 === 0 ? ['high', 'low'] : [],
                group: many % 2 === 0 ? '一组' : '',
              });
              await desk.refresh();
              break;
            }
            case 'turn': {
              const [rule] = local.list();
              if (rule) local.turn({ ruleId: rule.id, isOn: !rule.isOn });
              await desk.refresh();
              break;
            }
            case 'vip':
              desk.setCustomer(person, { is_vip: many % 2 === 0 ? 1 : 0 });
              break;
            case 'category':
              local.putIn(products[1], many % 2 === 0 ? '奶粉' : null);
              await desk.refresh();
              break;
            case 'call':
              desk.outcome({ customerId: person, outcome: many % 2 === 0 ? 'done' : 'no_answer' });
          }
          expect([kind, desk.notYetJudged()]).toEqual([kind, []]);
          if (days > 2) {
            desk.goTo(addDays(desk.clock.today, days));
            await desk.refresh();
          }
        }
        await desk.refresh(true);
        const kept = people.map((id) => desk.reminders(id));
        await desk.refresh(true);
        expect(people.map((id) => desk.reminders(id))).toEqual(kept);
      } finally {
        desk.closeAll();
      }
    },
    60_000,
  );
});
