import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import { localDate } from '../../types/time.ts';
import { dueOf, paidOf, paymentObstacle, paymentReversalObstacle, refundObstacle } from './money.ts';
import type { PaymentKind } from './money.ts';
import { orderNumberOf } from './numbers.ts';
import { doneStatus, firstStatus, isStepOf, nextStep, orderKinds, orderStatuses, promiseState, stepsOf } from './statuses.ts';

describe('the steps of an order', () => {
  it('lead from the first, one at a time, to where only handing over is left', () => {
    for (const kind of orderKinds) {
      const walked: string[] = [firstStatus(kind)];
      for (let next = nextStep(kind, firstStatus(kind)); next !== null; next = nextStep(kind, next)) walked.push(next);
      expect(walked).toEqual(stepsOf(kind));
    }
    expect(stepsOf('repair')).toEqual(['received', 'in_work', 'ready']);
    expect([doneStatus('delivery'), doneStatus('repair')]).toEqual(['delivered', 'collected']);
  });

  it('are of their kind: no closed status is one, nor a step of another kind', () => {
    expect(isStepOf('special', 'sent')).toBe(false);
    for (const kind of orderKinds)
      for (const status of ['collected', 'delivered', 'cancelled'] as const) expect(isStepOf(kind, status)).toBe(false);
  });

  it('a promise is late once its day has passed, near two days ahead, and kept by what is ready', () => {
    const today = localDate('2026-11-22');
    const state = (promisedOn: string | null, status: (typeof orderStatuses)[number] = 'ordered') =>
      promiseState({ status, promisedOn: promisedOn === null ? null : localDate(promisedOn) }, today);
    expect([state('2026-11-21'), state('2026-11-22'), state('2026-11-24'), state('2026-11-25')]).toEqual([
      'late',
      'near',
      'near',
      'ahead',
    ]);
    expect([state(null), state('2026-11-01', 'ready'), state('2026-11-01', 'collected')]).toEqual(['none', 'none', 'none']);
  });

  it('numbers are read out by day and place', () => {
    expect(orderNumberOf(localDate('2026-11-22'), 7)).toBe('D20261122-007');
    expect(orderNumberOf(localDate('2026-11-22'), 1234)).toBe('D20261122-1234');
  });
});

interface Entry {
  readonly kind: PaymentKind;
  readonly cents: Cents;
  isReversed: boolean;
}

describe('the money of an order', () => {
  const amount = fc.integer({ min: 1, max: 2_000 }).map(cents);
  const move = fc.oneof(
    fc.record({ do: fc.constant('pay' as const), amount }),
    fc.record({ do: fc.constant('refund' as const), amount }),
    fc.record({ do: fc.constant('reverse' as const), at: fc.nat(30) }),
    fc.record({ do: fc.constant('status' as const), status: fc.constantFrom(...orderStatuses) }),
  );

  it('whatever is tried, what was paid stays between nothing and the total, and equals the sum of its entries to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }).map(cents), fc.array(move, { maxLength: 40 }), (total, moves) => {
        const entries: Entry[] = [];
        let paid = cents(0);
        let status: (typeof orderStatuses)[number] = 'ordered';
        const add = (kind: PaymentKind, value: number): void => {
          entries.push({ kind, cents: cents(value), isReversed: false });
          paid = cents(paid + value);
        };
        for (const one of moves) {
          const money = { status, total, paid };
          if (one.do === 'status') status = one.status;
          else if (one.do === 'pay' && paymentObstacle(money, one.amount) === null) add('payment', one.amount);
          else if (one.do === 'refund' && refundObstacle(money, one.amount) === null) add('refund', -one.amount);
          else if (one.do === 'reverse') {
            const entry = entries[one.at];
            if (entry === undefined || paymentReversalObstacle(money, entry) !== null) continue;
            entry.isReversed = true;
            add('reversal', -entry.cents);
          }
          expect(paid).toBeGreaterThanOrEqual(0);
          expect(paid).toBeLessThanOrEqual(total);
          expect(paid).toBe(paidOf(entries));
          expect(dueOf({ status, total, paid })).toBe(status === 'cancelled' ? 0 : total - paid);
        }
      }),
    );
  });

  it('a cancelled order takes no money and gives back no more than was paid; one handed over gives none back', () => {
    const money = { status: 'cancelled', total: cents(100), paid: cents(60) } as const;
    expect(paymentObstacle(money, cents(1))).toBe('order_cancelled');
    expect([refundObstacle(money, cents(60)), refundObstacle(money, cents(61))]).toEqual([null, 'more_than_paid']);
    expect(refundObstacle({ ...money, status: 'collected' }, cents(1))).toBe('order_done');
  });
});
