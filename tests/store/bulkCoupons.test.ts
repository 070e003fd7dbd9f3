import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bulkEditsInternal, bulkEditsStudies } from '../../electron/handlers/bulkEdits.ts';
import { plainRun } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { bulkEditIdSchema } from '../../shared/contract/values.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { couponsAt } from '../helpers/coupons.ts';
import { item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { TEST_NOW, TEST_TODAY, openTestStudy } from '../helpers/store.ts';
import type { TestStudy } from '../helpers/store.ts';

let desk: Desk;
let coupons: ReturnType<typeof couponsAt>;
let study: TestStudy;
let ids: CustomerId[];
let typeId: string;
beforeEach(() => {
  desk = openDesk({ onDisk: true });
  coupons = couponsAt(desk);
  study = openTestStudy(desk, bulkEditsInternal);
  ids = [desk.addCustomer(), desk.addCustomer(), desk.addCustomer()];
  ({ typeId } = coupons.saveType({ name: '周年券', terms: { kind: 'amount', amountCents: 2000, validDays: 30 } }));
});
afterEach(() => {
  study.close();
  desk.close();
});

const inputOf = (selected: readonly CustomerId[]) =>
  contract.bulkEdits.apply.input.parse({
    selection: { ids: [...selected] },
    action: { kind: 'issue_coupon', typeId, reason: '开店三周年' },
  } satisfies CallInput<'bulkEdits.apply'>);
const preview = (selected = ids) => bulkEditsStudies['bulkEdits.preview'](study.context, inputOf(selected));
const issueToAll = async (selected = ids) => {
  const done = await bulkEditsStudies['bulkEdits.apply'](study.context, inputOf(selected));
  return { ...done, bulkEditId: bulkEditIdSchema.parse(done.bulkEditId) };
};
const undo = (bulkEditId: Awaited<ReturnType<typeof issueToAll>>['bulkEditId']) =>
  bulkEditsStudies['bulkEdits.undo'](study.context, contract.bulkEdits.undo.input.parse({ bulkEditId }));
const states = () => ids.map((id) => coupons.ofCustomer(id).map(({ state }) => state));

describe('what coupons bring', () => {
  it('is told by type; who has one that lapses soon is listed, the soonest first, nobody of the bin', async () => {
    const [first, second, third] = ids;
    if (first === undefined || second === undefined || third === undefined) throw new Error('nobody');
    expect(coupons.figures()).toEqual({ open: 0, soonDays: 30, soon: 0, types: [] });
    await issueToAll();
    const sooner = coupons.saveType({ name: '三天券', terms: { kind: 'amount', amountCents: 500, validDays: 3, uses: 2 } });
    const { number } = coupons.issue({ customerId: second, typeId: sooner.typeId, reason: '试一试' });
    const { visitId } = desk.record({ customerId: second, lines: [item(100_00)], coupons: [number] });
    expect(coupons.lapsing().rows).toMatchObject([
      { number, left: 1, lastDay: addDays(TEST_TODAY, 3), customerId: second },
      { name: '周年券', left: 1 },
      { name: '周年券' },
      { name: '周年券' },
    ]);
    expect(coupons.figures()).toMatchObject({
      open: 4,
      soon: 4,
      types: [
        { name: '周年券', issued: 3, used: 0, cents: 0 },
        { name: '三天券', issued: 2, used: 1, cents: 500 },
      ],
    });
    desk.undo({ visitId });
    plainRun(desk.database, 'UPDATE customers SET removed_at = 1 WHERE id = @first', { first });
    expect(coupons.lapsing().total).toBe(3);
    expect(coupons.figures()).toMatchObject({ open: 3, soon: 3, types: [{}, { used: 0, cents: 0 }] });
  });
});

describe('a coupon for everyone marked (R084, X36)', () => {
  it('goes to each once, with its reason; seen before, undone as one', async () => {
    expect(await preview()).toMatchObject({ selected: 3, changing: 3, alreadySo: 0, sample: [{ after: '周年券' }, {}, {}] });
    expect(states()).toEqual([[], [], []]);
    const { bulkEditId, changed } = await issueToAll();
    expect(changed).toBe(3);
    expect(coupons.ofCustomer(ids[0] ?? desk.addCustomer())).toMatchObject([
      { name: '周年券', state: 'open', reason: '开店三周年', expiresOn: addDays(TEST_TODAY, 30) },
    ]);
    expect(await undo(bulkEditId)).toEqual({ restored: 3, left: 0 });
    expect(states()).toEqual([['void'], ['void'], ['void']]);
  });

  it('leaves out whoever has one that can still be used, and whoever is in the bin', async () => {
    const [first, second] = ids;
    if (first === undefined || second === undefined) throw new Error('nobody');
    coupons.issue({ customerId: first, typeId, reason: '老客' });
    plainRun(desk.database, 'UPDATE customers SET removed_at = 1 WHERE id = @second', { second });
    expect(await preview()).toMatchObject({ selected: 2, changing: 1, alreadySo: 1 });
    expect((await issueToAll()).changed).toBe(1);
    // Once it has lapsed the next one comes.
    desk.clock.now = instant(TEST_NOW + 40 * 24 * 60 * 60 * 1000);
    desk.clock.today = addDays(TEST_TODAY, 40);
    expect(await preview()).toMatchObject({ changing: 2, alreadySo: 0 });
  });

  it('leaves what was used meanwhile', async () => {
    const [first] = ids;
    if (first === undefined) throw new Error('nobody');
    const { bulkEditId } = await issueToAll();
    const number = coupons.ofCustomer(first)[0]?.number ?? '';
    const paid = desk.record({ customerId: first, lines: [item(100_00)], coupons: [number] });
    expect(paid.totalCents).toBe(80_00);
    expect(await undo(bulkEditId)).toEqual({ restored: 2, left: 1 });
    expect(states()).toEqual([['used'], ['void'], ['void']]);
  });

  it('is refused without the right to correct what customers own, and for a type that is put away', async () => {
    const { actor } = study.context;
    const permissions = actor.permissions.filter((right) => right !== 'loyalty.adjust');
    const clerk = { ...study.context, actor: { ...actor, permissions } };
    const refused = { code: 'not_permitted', details: { permission: 'loyalty.adjust' } };
    await expect(bulkEditsStudies['bulkEdits.preview'](clerk, inputOf(ids))).rejects.toMatchObject(refused);
    await expect(bulkEditsStudies['bulkEdits.apply'](clerk, inputOf(ids))).rejects.toMatchObject(refused);
    const { bulkEditId } = await issueToAll();
    const undoing = contract.bulkEdits.undo.input.parse({ bulkEditId });
    await expect(bulkEditsStudies['bulkEdits.undo'](clerk, undoing)).rejects.toMatchObject(refused);
    await undo(bulkEditId);
    coupons.archiveType({ typeId, isArchived: true });
    await expect(issueToAll()).rejects.toMatchObject({ details: { reason: 'coupon_type_archived' } });
    expect(states()).toEqual([['void'], ['void'], ['void']]);
  });
});
