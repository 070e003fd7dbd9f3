import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import { incidentQueries } from '../../electron/store/incidents.ts';
import { permissions } from '../../shared/contract/operation.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { failureOf } from '../helpers/desk.ts';
import { incidentsAt } from '../helpers/incidents.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { TEST_TODAY } from '../helpers/store.ts';
import { thingsAt } from '../helpers/things.ts';

let desk: MergeDesk;
let incidents: ReturnType<typeof incidentsAt>;
let customerId: CustomerId;
beforeEach(() => {
  desk = openMergeDesk();
  incidents = incidentsAt(desk);
  customerId = desk.create({ name: '王芳' });
});
afterEach(() => {
  desk.close();
});

describe('incidents (X28)', () => {
  test('say what happened, when, to what, who was there, how bad it was, what was done and when to come back to it', () => {
    const [li, chen] = [desk.addStaff('小李'), desk.addStaff('小陈')];
    const { thingId } = thingsAt(desk).save({ customerId, type: 'pet', name: '旺财' });
    const { visitId } = desk.record({ customerId, lines: [] });
    incidents.save({
      customerId,
      thingId,
      visitId,
      on: '2026-11-19',
      what: '剪到了皮',
      severity: 'serious',
      staffIds: [li, chen, li],
      action: '消毒，送医',
      followUpOn: '2026-11-24',
    });
    const [told] = incidents.list(customerId).rows;
    expect(told).toMatchObject({
      on: '2026-11-19',
      what: '剪到了皮',
      severity: 'serious',
      thing: { name: '旺财' },
      visitId,
      action: '消毒，送医',
      followUpOn: '2026-11-24',
      closedOn: null,
    });
    expect(told?.involved.map(({ name }) => name).toSorted()).toEqual(['小李', '小陈']);
    const [entry] = desk.timeline({ customerId, kinds: ['incident'] }).entries;
    expect(entry?.incident).toMatchObject({ what: '剪到了皮', thingName: '旺财', isClosed: false });
  });

  test('open ones come first by what is due, then by how bad they are, until somebody closes them', () => {
    const at = (what: string, more: Partial<Parameters<typeof incidents.save>[0]> = {}) =>
      incidents.save({ customerId, what, severity: 'minor', ...more }).incidentId;
    const [small] = [at('小事'), at('大事', { severity: 'grave' }), at('改天', { followUpOn: '2026-11-22' })];
    at('今天', { followUpOn: TEST_TODAY });
    expect(incidents.open(customerId).map(({ what }) => what)).toEqual(['今天', '大事', '小事', '改天']);
    incidents.setClosed({ customerId, incidentId: small, isClosed: true });
    expect(incidents.open(customerId).map(({ what }) => what)).toEqual(['今天', '大事', '改天']);
    expect(incidents.list(customerId).rows.find(({ id }) => id === small)?.closedOn).toBe(TEST_TODAY);
    expect(failureOf(() => incidents.setClosed({ customerId, incidentId: small, isClosed: true })).code).toBe('already_undone');
    incidents.setClosed({ customerId, incidentId: small, isClosed: false });
    expect(incidents.open(customerId)).toHaveLength(4);
  });

  test('can be corrected, taken away and brought back; an edit leaves it closed', () => {
    const { incidentId } = incidents.save({ customerId, what: '烫到', severity: 'minor' });
    incidents.setClosed({ customerId, incidentId, isClosed: true });
    incidents.save({ customerId, incidentId, what: '烫到了手', severity: 'grave', action: '冷敷' });
    expect(incidents.list(customerId).rows).toMatchObject([{ what: '烫到了手', severity: 'grave', closedOn: TEST_TODAY }]);
    incidents.remove({ customerId, incidentId });
    expect(incidents.list(customerId)).toEqual({ total: 0, rows: [] });
    expect(failureOf(() => incidents.remove({ customerId, incidentId })).code).toBe('already_undone');
    incidents.restore({ customerId, incidentId });
    expect(incidents.list(customerId).total).toBe(1);
  });

  test('a foreign thing or visit, a day to come, a day to come back before it happened and nobody of the staff are refused', () => {
    const other = desk.create({ name: '李强' });
    const { thingId } = thingsAt(desk).save({ customerId: other, type: 'pet', name: '旺财' });
    const { visitId } = desk.record({ customerId: other, lines: [] });
    const good = { customerId, what: '烫到', severity: 'minor' } as const;
    const issue = (path: string, message: string) => ({ issues: [{ path, message }] });
    expect(failureOf(() => incidents.save({ ...good, thingId })).details).toEqual({ what: 'thing' });
    expect(failureOf(() => incidents.save({ ...good, visitId })).details).toEqual({ what: 'visit' });
    expect(failureOf(() => incidents.save({ ...good, staffIds: [customerId] })).details).toEqual({ what: 'staff' });
    expect(failureOf(() => incidents.save({ ...good, on: '2026-11-22' })).details).toEqual(issue('on', 'date_in_future'));
    expect(failureOf(() => incidents.save({ ...good, followUpOn: '2026-11-20' })).details).toEqual(
      issue('followUpOn', 'follow_up_too_early'),
    );
    const { incidentId } = incidents.save(good);
    expect(failureOf(() => incidents.setClosed({ customerId: other, incidentId, isClosed: true })).code).toBe('not_found');
    expect(incidents.list(customerId).total).toBe(1);
  });

  test('go over with a merge and back with its undo', () => {
    const other = desk.create({ name: '王方' });
    incidents.save({ customerId: other, what: '烫到', severity: 'minor' });
    const { mergeId } = desk.merge({ survivorId: customerId, otherId: other });
    expect(incidents.open(customerId)).toHaveLength(1);
    desk.undoMerge({ mergeId });
    expect([incidents.open(customerId).length, incidents.open(other).length]).toEqual([0, 1]);
  });

  test('what is open in the shop stands by its day, without those in the bin and those that whoever asks may not see', () => {
    const other = desk.create({ name: '李雷' });
    incidents.save({ customerId, what: '没定日子', severity: 'grave' });
    incidents.save({ customerId: other, what: '以后', severity: 'minor', followUpOn: '2026-11-30' });
    incidents.save({ customerId, what: '该问了', severity: 'minor', followUpOn: '2026-11-21', isPrivate: true });
    const { incidentId } = incidents.save({ customerId, what: '好了', severity: 'minor' });
    incidents.setClosed({ customerId, incidentId, isClosed: true });
    const all = () => incidents.openOfAll().rows.map(({ what, customerName }) => `${what} ${customerName}`);
    expect(all()).toEqual(['该问了 王芳', '以后 李雷', '没定日子 王芳']);
    expect(incidents.openOfAll({ limit: 1, offset: 1 })).toMatchObject({ total: 3, rows: [{ what: '以后' }] });
    const actor = { staffId: null, permissions: permissions.filter((one) => one !== 'private.health') };
    const clerk = incidentsAt({ ...desk, context: { ...desk.context, actor } });
    expect(clerk.openOfAll()).toMatchObject({ total: 2 });
    desk.remove(other);
    expect(all()).toEqual(['该问了 王芳', '没定日子 王芳']);
  });

  test('private ones are seen, counted and changed by whoever sees health (X40)', () => {
    const { incidentId } = incidents.save({ customerId, what: '过敏', severity: 'grave', isPrivate: true });
    incidents.save({ customerId, what: '洒了茶', severity: 'minor' });
    const actor = { staffId: null, permissions: permissions.filter((one) => one !== 'private.health') };
    const clerk = incidentsAt({ ...desk, context: { ...desk.context, actor } });
    expect(clerk.list(customerId)).toMatchObject({ total: 1, rows: [{ what: '洒了茶' }] });
    expect(clerk.open(customerId).map(({ what }) => what)).toEqual(['洒了茶']);
    const refused = { code: 'not_permitted', details: { permission: 'private.health' } };
    expect(failureOf(() => clerk.save({ customerId, incidentId, what: '无', severity: 'minor' }))).toMatchObject(refused);
    expect(failureOf(() => clerk.setClosed({ customerId, incidentId, isClosed: true }))).toMatchObject(refused);
    expect(failureOf(() => clerk.remove({ customerId, incidentId }))).toMatchObject(refused);
    expect(failureOf(() => clerk.save({ customerId, what: '无', severity: 'minor', isPrivate: true }))).toMatchObject(refused);
  });

  test('a page costs the same however many there are: every read goes by an index and none is sorted', () => {
    const values = { id: '', customerId: '', seesHealth: 1, at: 0, offset: 0, limit: 1 };
    for (const [name, text] of Object.entries(incidentQueries)) {
      const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${text}`, values).map(({ detail }) => detail);
      expect(
        plan.filter((step) => step.startsWith('SCAN') || step.includes('TEMP B-TREE')),
        name,
      ).toEqual([]);
    }
  });
});
