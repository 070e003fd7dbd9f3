import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoreContext } from '../../electron/handlers/context.ts';
import { customersCard } from '../../electron/handlers/customers/card.ts';
import { customersFamily } from '../../electron/handlers/customers/family.ts';
import { customersFind } from '../../electron/handlers/customers/find.ts';
import { customersVerifications } from '../../electron/handlers/customers/verifications.ts';
import { customersWrite } from '../../electron/handlers/customers/write.ts';
import { plainRows } from '../../electron/store/database.ts';
import { regionQueries } from '../../electron/store/regions.ts';
import { contract, type CallInput } from '../../shared/contract.ts';
import { permissions } from '../../shared/contract/operation.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { localDate } from '../../shared/types/time.ts';
import { failureOf, item, openDesk, type Desk } from '../helpers/desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const create = (input: CallInput<'customers.create'>, context: StoreContext = desk.context): CustomerId =>
  desk.command(() => customersWrite['customers.create'](context, contract.customers.create.input.parse(input))).customerId;
const update = (
  customerId: CustomerId,
  changes: CallInput<'customers.update'>['changes'],
  context: StoreContext = desk.context,
) =>
  desk.command(() => customersWrite['customers.update'](context, contract.customers.update.input.parse({ customerId, changes })));
const card = (customerId: CustomerId, context: StoreContext = desk.context) =>
  contract.customers.findById.output.parse(customersCard['customers.findById'](context, { customerId }));

describe('an age that was told instead of a birth date (R001)', () => {
  test('is kept as it was said and counted on from that day; a birth date wins', () => {
    const customerId = create({ name: '王芳', statedAge: { years: 40, on: localDate('2024-11-22') } });
    expect(card(customerId)).toMatchObject({ age: 41, isAgeStated: true });
    desk.clock.today = localDate('2026-11-22');
    expect(card(customerId)).toMatchObject({ age: 42, fields: { statedAge: { years: 40, on: '2024-11-22' } } });
    update(customerId, { birthday: { calendar: 'solar', year: 1990, month: 5, day: 12 } });
    expect(card(customerId)).toMatchObject({ age: 36, isAgeStated: false });
  });
});

describe('motive, needs, pain points, habits, channel and hours (R006, R008)', () => {
  test('are written, shown, and undone by writing back what was there', () => {
    const customerId = create({ name: '王芳' });
    const told = { motive: '同事推荐', needs: '遮白发', usageHabits: '三周一染', painPoints: '掉色快' } as const;
    const { before } = update(customerId, { ...told, preferredChannel: 'wechat', contactFromHour: 14, contactToHour: 18 });
    expect(card(customerId).fields).toMatchObject({ ...told, preferredChannel: 'wechat', contactFromHour: 14 });
    update(customerId, before);
    expect(card(customerId).fields).toMatchObject({ motive: null, needs: null, usageHabits: null, preferredChannel: null });
  });
});

describe('income and education (R004)', () => {
  test('are for those who may see them: others read nothing and cannot write them', () => {
    const customerId = create({ name: '王芳', incomeBand: '20 万以上', education: '本科' });
    const without: StoreContext = {
      ...desk.context,
      actor: { staffId: null, permissions: permissions.filter((name) => name !== 'private.income') },
    };
    expect(card(customerId)).toMatchObject({ hasSensitive: true, fields: { incomeBand: '20 万以上', education: '本科' } });
    expect(card(customerId, without)).toMatchObject({ hasSensitive: false, fields: { incomeBand: null, education: null } });
    expect(JSON.stringify(card(customerId, without))).not.toContain('20 万');
    expect(failureOf(() => update(customerId, { education: '博士' }, without))).toEqual({
      code: 'not_permitted',
      details: { permission: 'private.income' },
    });
    expect(failureOf(() => create({ name: '李四', incomeBand: '高' }, without)).code).toBe('not_permitted');
    update(customerId, { region: '城南' }, without);
    expect(card(customerId).fields).toMatchObject({ region: '城南', education: '本科' });
  });
});

describe('regions (R003)', () => {
  test('those in use are offered, the commonest first, and found by any part; their index alone is read', () => {
    for (const region of ['城南', '城南', '城北', '江宁', null]) create({ name: '王芳', region });
    const regions = (text: string) => customersFind['customers.listRegions'](desk.context, { text, limit: 20 }).regions;
    expect(regions('')).toEqual([
      { region: '城南', customers: 2 },
      { region: '城北', customers: 1 },
      { region: '江宁', customers: 1 },
    ]);
    expect(regions('宁')).toEqual([{ region: '江宁', customers: 1 }]);
    const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${regionQueries.inUse}`, {
      text: '',
      limit: 9,
    });
    expect(plan[0]?.detail).toMatch(/USING COVERING INDEX customers_by_region\b/);
  });
});

describe('when each field was last known to be right (R183)', () => {
  test('an edit and a confirmation both leave their day; taking the confirmation back leaves the former one', () => {
    const customerId = create({ name: '王芳', address: '中山路 8 号' });
    desk.clock.today = localDate('2027-02-21');
    const verify = () =>
      desk.command(() =>
        customersVerifications['customers.verifyFields'](desk.context, { customerId, fields: ['address', 'region'] }),
      );
    const { before } = verify();
    const dated = () => card(customerId).verifications.filter(({ field }) => field === 'address' || field === 'region');
    expect(dated()).toEqual([
      { field: 'address', verifiedOn: '2027-02-21', source: 'confirmed' },
      { field: 'region', verifiedOn: '2027-02-21', source: 'confirmed' },
    ]);
    desk.command(() =>
      customersVerifications['customers.restoreVerifications'](desk.context, {
        customerId,
        fields: ['address', 'region'],
        before,
      }),
    );
    expect(dated()).toEqual([{ field: 'address', verifiedOn: '2026-11-21', source: 'edited' }]);
  });
});

describe('a prospect (R017)', () => {
  test('becomes a customer by the first purchase, told on the timeline; undoing that purchase makes a prospect again', () => {
    const customerId = create({ name: '王芳', status: 'prospect' });
    desk.record({ customerId, lines: [] });
    expect(card(customerId).fields.status).toBe('prospect');
    const { visitId } = desk.record({ customerId, lines: [item(100_00)] });
    expect(card(customerId).fields.status).toBe('customer');
    expect(desk.timeline({ customerId, kinds: ['change'] }).entries[0]?.change).toMatchObject({
      action: 'converted',
      fields: ['status'],
    });
    const { visitId: second } = desk.record({ customerId, lines: [item(50_00)] });
    desk.undo({ visitId: second });
    expect(card(customerId).fields.status).toBe('customer');
    desk.undo({ visitId });
    expect(card(customerId).fields.status).toBe('prospect');
  });
});

describe('consent (R008)', () => {
  test('withdrawn consent takes a person off the daily list, and giving it anew brings them back', () => {
    const birthday = { calendar: 'solar', year: 1990, month: 11, day: 22 } as const;
    const customerId = create({ name: '王芳', birthday, consentOn: localDate('2026-01-01'), consentSource: '入会单' });
    const isQueued = () =>
      plainRows(desk.database, 'SELECT 1 FROM callback_queue WHERE customer_id = @customerId', { customerId }).length === 1;
    expect(isQueued()).toBe(true);
    const { before } = update(customerId, { consentWithdrawnOn: localDate('2026-11-20') });
    expect(isQueued()).toBe(false);
    update(customerId, before);
    expect(isQueued()).toBe(true);
    update(customerId, { consentWithdrawnOn: localDate('2026-11-20'), consentOn: localDate('2026-11-21') });
    expect(isQueued()).toBe(true);
  });
});

describe('days to remember (R011)', () => {
  test('a day that comes once has its next time until it has gone by, and needs all of its date', () => {
    const customerId = create({ name: '王芳' });
    const saveDate = (date: CallInput<'customers.saveImportantDate'>['date']) =>
      desk.command(() =>
        customersFamily['customers.saveImportantDate'](
          desk.context,
          contract.customers.saveImportantDate.input.parse({ customerId, label: '交房', date, isYearly: false, leadDays: 7 }),
        ),
      );
    saveDate({ calendar: 'solar', year: 2026, month: 12, day: 1 });
    expect(card(customerId).importantDates).toMatchObject([{ isYearly: false, leadDays: 7, nextOn: '2026-12-01' }]);
    desk.clock.today = localDate('2026-12-02');
    expect(card(customerId).importantDates).toMatchObject([{ nextOn: null }]);
    expect(failureOf(() => saveDate({ calendar: 'solar', month: 12, day: 1 })).details).toEqual({
      issues: [{ path: 'date', message: 'single_day_needs_all' }],
    });
  });
});

describe('the portrait of a stored card (R013, R016)', () => {
  test('is made from what the store holds: every fact of it is the value on the card', () => {
    const customerId = create({ name: '王芳', gender: 'female', occupation: '会计', likes: '短发' });
    expect(card(create({ name: '无名' })).portrait).toEqual([]);
    desk.record({ customerId, lines: [item(300_00, 1, '染发')] });
    const { portrait, fields, summary } = card(customerId);
    const facts = portrait.flatMap(({ parts }) => parts.flatMap((part) => part.facts));
    const value = (field: string) => facts.find((fact) => fact.field === field)?.value;
    expect(value('occupation')).toBe(fields.occupation);
    expect(value('likes')).toBe(fields.likes);
    expect(value('visitCount')).toBe(summary.visitCount);
    expect(value('firstVisitOn')).toBe(summary.firstVisitOn);
    expect(value('ticketCents')).toBe(300_00);
    expect(value('usualItems')).toBe('染发');
  });
});
