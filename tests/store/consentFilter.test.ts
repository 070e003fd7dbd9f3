import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { privacyHandlers } from '../../electron/handlers/privacy.ts';
import { amongAgreed } from '../../electron/store/consents.ts';
import { filterBasis, filterQuery, listIdsByFilter } from '../../electron/store/customerFilter.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import { consentStates } from '../../shared/contract/customerFilter.ts';
import { consentPurposes, promotionWays, saidState } from '../../shared/domain/privacy/consents.ts';
import { localDate } from '../../shared/types/time.ts';
import { openDesk } from '../helpers/desk.ts';
import { TEST_TODAY } from '../helpers/store.ts';

const day = fc.constantFrom('2026-11-01', '2026-11-05', '2026-11-09').map(localDate);
const said = fc.record({
  who: fc.nat(3),
  purpose: fc.constantFrom(...consentPurposes),
  state: fc.constantFrom('given' as const, 'withdrawn' as const),
  on: day,
  isUndone: fc.boolean(),
});

describe('consent as a condition of the list (R190)', () => {
  property.prop([fc.array(said, { maxLength: 24 })], { numRuns: 12 })(
    'whoever agreed, said no, or was never asked is found so, for each purpose, as the card says it',
    (history) => {
      const desk = openDesk({ today: TEST_TODAY });
      const people = [0, 1, 2, 3].map(
        (at) =>
          desk.command(() =>
            customersHandlers['customers.create'](desk.context, contract.customers.create.input.parse({ name: `顾客${at}` })),
          ).customerId,
      );
      for (const { who, purpose, state, on, isUndone } of history) {
        const customerId = people[who];
        if (customerId === undefined) continue;
        const { consentId } = desk.command(() =>
          privacyHandlers['privacy.recordConsent'](desk.context, { customerId, purpose, state, on, way: 'in_person', note: '' }),
        );
        // Of keeping records the card's fields tell, which an undo puts back as they were before: only the last one can be taken back.
        if (isUndone && purpose !== 'records')
          desk.command(() => privacyHandlers['privacy.undoConsent'](desk.context, { consentId }));
      }
      const basis = filterBasis(desk.context);
      const standing = new Map(
        people.map((id) => [id, privacyHandlers['privacy.consents'](desk.context, { customerId: id }).standing]),
      );
      const stateOf = (id: (typeof people)[number], purpose: string) =>
        standing.get(id)?.find((one) => one.purpose === purpose)?.state ?? 'unasked';
      for (const purpose of consentPurposes)
        for (const state of consentStates)
          expect(
            listIdsByFilter(desk.database, { consents: [{ purpose, state }] }, basis).toSorted(),
            `${purpose} ${state}`,
          ).toEqual(people.filter((id) => stateOf(id, purpose) === state).toSorted());
      const both = { consents: promotionWays.slice(0, 2).map((purpose) => ({ purpose, state: 'given' as const })) };
      expect(listIdsByFilter(desk.database, both, basis).toSorted()).toEqual(
        people.filter((id) => both.consents.every(({ purpose }) => stateOf(id, purpose) === 'given')).toSorted(),
      );
      for (const way of promotionWays)
        expect([...amongAgreed(desk.database, people, way)].toSorted()).toEqual(
          people.filter((id) => stateOf(id, way) === 'given' && stateOf(id, 'records') !== 'withdrawn').toSorted(),
        );
      desk.close();
    },
  );

  it('looks nobody up one by one: each answer is read off an index of what was said', () => {
    const desk = openDesk({ today: TEST_TODAY });
    const basis = filterBasis(desk.context);
    for (const state of consentStates) {
      const { sql, values } = filterQuery(desk.database, { consents: [{ purpose: 'post', state }] }, basis);
      const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${sql}`, values).map(({ detail }) => detail);
      expect(plan.join('\n')).not.toMatch(/SCAN (said|later|consents)\b(?! USING)/);
      expect(plan.join('\n')).toMatch(state === 'withdrawn' ? /consents_withdrawn/ : /consents_given/);
    }
    const { sql, values } = filterQuery(desk.database, { consents: [{ purpose: 'records', state: 'withdrawn' }] }, basis);
    const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${sql}`, values).map(({ detail }) => detail);
    expect(plan.join('\n')).toMatch(/customers_withdrawn/);
    desk.close();
  });

  it('a no is a withdrawal where there had been a yes, and declining where there never was one', () => {
    const yes = { purpose: 'sms', state: 'given', on: localDate('2026-11-03'), isUndone: false } as const;
    const no = { purpose: 'sms', state: 'withdrawn', on: localDate('2026-11-05') } as const;
    expect(saidState(yes, [])).toBe('given');
    expect(saidState(no, [yes])).toBe('withdrawn');
    expect(saidState(no, [{ ...yes, isUndone: true }])).toBe('declined');
    expect(saidState(no, [{ ...yes, purpose: 'post' }])).toBe('declined');
    expect(saidState({ ...no, on: localDate('2026-11-01') }, [yes])).toBe('declined');
  });
});
