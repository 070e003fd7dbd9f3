import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGate } from '../../electron/gate/gate.ts';
import type { Gate } from '../../electron/gate/gate.ts';
import { ownerSession } from '../../electron/gate/session.ts';
import { contract, operations } from '../../shared/contract.ts';
import { presetCardTypes } from '../../shared/domain/loyalty/cardTypes.ts';
import { presetStages } from '../../shared/domain/opportunities/presets.ts';
import type { CallInput, NamesOfKind } from '../../shared/contract.ts';
import { permissions } from '../../shared/contract/operation.ts';
import { appErrorCodes, unwrap } from '../../shared/errors.ts';
import { localDate } from '../../shared/types/time.ts';
import { everyOperation, payloadsFor } from './support/payloads.ts';
import type { KnownIds } from './support/payloads.ts';
import { workers } from '../helpers/workers.ts';

const SEED = 20_261_121;
const TODAY = localDate('2026-11-21');
/** A single one of these may take everybody, or every group of tags, away: a bulk edit of all, an emptied bin. */
const takers: ReadonlySet<string> = new Set([
  'bulkEdits.apply',
  'bin.purge',
  'customers.remove',
  'merges.merge',
  'tags.removeGroup',
]);

/** After these a new card must fill in more than chance does (own fields that are required), a visit acknowledge what chance does not. */
const demanding: ReadonlySet<string> = new Set([
  'customFields.create',
  'customFields.update',
  'safety.saveFact',
  'safety.savePatchTest',
  'safety.block',
]);

/** Making the demo shop, and each guess at a key, is long by design; their payloads that are wrong are asked all the same. */
const isLong = (name: string): boolean =>
  name === 'settings.createDemo' || name === 'staff.renewRecoveryCode' || name.startsWith('vault.');

/** For each operation. Shaped ones reach the handlers; the rest must be stopped at the gate. */
const COUNTS = { shaped: 60, almost: 60, junk: 120 };
const FEW = { shaped: 0, almost: 10, junk: 30 };
/** So many fields seldom fit together by chance. */
const MANY = { ...COUNTS, shaped: 4000 };
const countsFor = (name: string) => (isLong(name) ? FEW : name === 'visits.record' ? MANY : COUNTS);

const folder = mkdtempSync(join(tmpdir(), 'regulars-contract-'));
const logged: string[] = [];
let gate: Gate;
let ids: KnownIds = {};

const ask = async <Name extends NamesOfKind<'command'>>(name: Name, input: CallInput<Name>): Promise<unknown> =>
  unwrap(await gate.call(name, input, ownerSession));

beforeAll(async () => {
  gate = await openGate({
    storePath: join(folder, 'shop.regulars'),
    today: TODAY,
    workers,
    log: { warn: () => undefined, error: (text) => logged.push(text) },
  });
  expect(gate.state()).toEqual({ ok: true, value: null });
  const { staffId } = contract.staff.create.output.parse(await ask('staff.create', { name: '小李' }));
  const { productId } = contract.products.create.output.parse(await ask('products.create', { name: '龙井', priceCents: 88_00 }));
  const people: string[] = [];
  const visits: string[] = [];
  const entries: string[] = [];
  for (let index = 0; index < 12; index += 1) {
    const { customerId } = contract.customers.create.output.parse(await ask('customers.create', { name: `顾客${index}` }));
    const line = { productId, name: '龙井', quantity: 500, unitPriceCents: 88_00 };
    const { visitId } = contract.visits.record.output.parse(await ask('visits.record', { customerId, staffId, lines: [line] }));
    const { entryId } = contract.loyalty.adjust.output.parse(
      await ask('loyalty.adjust', { customerId, points: 50, reason: '期初' }),
    );
    people.push(customerId);
    visits.push(visitId);
    entries.push(entryId);
  }
  const groups: string[] = [];
  const library: string[] = [];
  // Several: some are taken away while the payloads come in.
  for (const group of ['风格', '发色', '时段', '口味']) {
    const { groupId } = contract.tags.createGroup.output.parse(await ask('tags.createGroup', { name: group }));
    groups.push(groupId);
    for (const name of ['简约', '复古', '通勤'])
      library.push(contract.tags.createTag.output.parse(await ask('tags.createTag', { groupId, name })).tagId);
  }
  const { fieldId } = contract.customFields.create.output.parse(await ask('customFields.create', { name: '车位', type: 'text' }));
  const { resourceId } = contract.appointments.saveResource.output.parse(
    await ask('appointments.saveResource', { name: '1 号椅', kind: 'chair' }),
  );
  const bookings: string[] = [];
  const changes: string[] = [];
  for (const [index, customerId] of people.entries()) {
    const slot = { on: '2026-11-24', startMinute: 540 + index * 30, lengthMinutes: 30 };
    const booked = await ask('appointments.book', { customerId, resourceId, ...slot });
    const [appointmentId = ''] = contract.appointments.book.output.parse(booked).appointmentIds;
    bookings.push(appointmentId);
    const confirmed = await ask('appointments.setStatus', { appointmentIds: [appointmentId], status: 'confirmed' });
    changes.push(contract.appointments.setStatus.output.parse(confirmed).changeId);
  }
  const placed: string[] = [];
  for (const customerId of people)
    placed.push(
      contract.orders.save.output.parse(
        await ask('orders.save', {
          customerId,
          kind: 'special',
          lines: [{ productId, name: '龙井', quantity: 1000, unitPriceCents: 88_00 }],
        }),
      ).orderId,
    );
  const hoped: string[] = [];
  for (const customerId of people) {
    const written = await ask('opportunities.save', { customerId, title: '年卡', amountCents: 3000_00 });
    hoped.push(contract.opportunities.save.output.parse(written).opportunityId);
  }
  const issued: string[] = [];
  const kinds = presetCardTypes('zh-CN').map(({ id }) => id);
  for (const customerId of people) {
    const written = await ask('countCards.issue', { customerId, cardTypeId: kinds[0] ?? '', reason: '换卡' });
    issued.push(contract.countCards.issue.output.parse(written).cardId);
  }
  const { queueEntryId } = contract.queue.join.output.parse(await ask('queue.join', { name: '散客' }));
  const wish = { name: '赵姐', fromOn: '2026-11-22', untilOn: '2026-11-30', lengthMinutes: 60 };
  const { waitlistEntryId } = contract.waitlist.save.output.parse(await ask('waitlist.save', wish));
  ids = {
    orderId: placed,
    opportunityId: hoped,
    cardTypeId: kinds,
    cardId: issued,
    stageId: presetStages('zh-CN').map(({ id }) => id),
    resourceId: [resourceId],
    appointmentId: bookings,
    appointmentIds: bookings,
    changeId: changes,
    queueEntryId: [queueEntryId],
    waitlistEntryId: [waitlistEntryId],
    requestedStaffId: [staffId],
    groupId: groups,
    tagId: library,
    intoId: library,
    tagIds: library,
    fieldId: [fieldId],
    customerId: people,
    referrerId: people,
    exceptId: people,
    personId: people,
    otherId: people,
    visitId: visits,
    entryId: entries,
    productId: [productId],
    staffId: [staffId],
    ownerId: [staffId],
  };
});
afterAll(async () => {
  await gate.close();
  rmSync(folder, { recursive: true });
});

interface Problem {
  readonly name: string;
  readonly input: unknown;
  readonly problem: unknown;
}

/** What is wrong with an answer: it must be of the promised shape, or a failure somebody foresaw that survives JSON. */
const problemOf = (name: string, envelope: Awaited<ReturnType<Gate['call']>>): unknown => {
  if (envelope.ok) return operations.get(name)?.output.safeParse(envelope.value).error?.issues ?? null;
  const { code, details } = envelope.error;
  if (code === 'internal' || code === 'store_restarted' || !appErrorCodes.includes(code)) return { code, log: logged.at(-1) };
  return isDeepStrictEqual(JSON.parse(JSON.stringify(details)), details) ? null : { code, details };
};

describe('whatever is asked of the gate, it answers with an envelope (S2)', () => {
  test('random payloads for every operation: no crash, no unexpected failure, every answer of the promised shape', async () => {
    const asked = everyOperation.flatMap((operation) => payloadsFor(operation, ids, SEED, countsFor(operation.name)));
    const shuffled = fc.sample(fc.shuffledSubarray(asked, { minLength: asked.length }), { seed: SEED, numRuns: 1 })[0] ?? [];
    // Whoever is taken away can be asked nothing any more: that comes last, and new demands just before it.
    const rank = ({ name }: { readonly name: string }): number => (takers.has(name) ? 2 : demanding.has(name) ? 1 : 0);
    const order = shuffled.toSorted((one, other) => rank(one) - rank(other));
    expect(order).toHaveLength(asked.length);
    const answered = new Set<string>();
    const problems: Problem[] = [];
    for (const { name, input } of order) {
      const envelope = await gate.call(name, input, ownerSession);
      const problem = problemOf(name, envelope);
      if (problem !== null) problems.push({ name, input, problem });
      if (envelope.ok) answered.add(name);
    }
    expect(problems).toEqual([]);
    expect(logged).toEqual([]);
    expect([...answered]).toEqual(
      expect.arrayContaining([
        'customers.create',
        'customers.update',
        'customers.list',
        'customers.search',
        'customers.findById',
        'customers.timeline',
        'customers.recordInteraction',
        'tags.createTag',
        'tags.tagCustomer',
        'customFields.create',
        'customFields.saveValues',
        'products.create',
        'products.list',
        'visits.record',
        'visits.undo',
        'visits.usualItems',
        'orders.list',
        'orders.counts',
        'orders.findById',
        'orders.pay',
        'orders.cancel',
        'opportunities.board',
        'opportunities.list',
        'opportunities.findById',
        'opportunities.save',
        'appointments.between',
        'appointments.findById',
        'appointments.setStatus',
        'appointments.saveDeposit',
        'queue.today',
        'queue.setState',
        'waitlist.list',
        'rosters.saveDay',
        'coupons.types',
        'rewards.list',
        'loyalty.pending',
        'memberships.plans',
        'memberships.ofCustomer',
        'memberships.list',
        'memberships.figures',
        'memberships.till',
        'stamps.cards',
        'stamps.ofCustomer',
        'gifts.ofCustomer',
        'gifts.sums',
        'keptGoods.ofCustomer',
        'keptGoods.inShop',
        'rewards.forCustomer',
        'rewards.ofCustomer',
        'coupons.ofCustomer',
        'coupons.atVisit',
        'referrals.around',
        'referrals.makeCode',
        'referrals.link',
        'loyalty.entries',
        'countCards.ofCustomer',
        'countCards.history',
        'countCards.forVisit',
        'countCards.issue',
        'countCards.void',
        'loyalty.redeem',
        'loyalty.adjust',
        'loyalty.reverse',
        'segments.overview',
        'segments.members',
        'callbacks.today',
        'staff.create',
        'staff.list',
        'settings.get',
        'settings.update',
        'engine.refresh',
        'imports.list',
        'backups.status',
      ]),
    );
  });

  test('the store is sound after all of it', async () => {
    const list = contract.customers.list.output.parse(unwrap(await gate.call('customers.list', {}, ownerSession)));
    expect(list.total).toBeGreaterThan(0);
  });

  test('junk never gets past the gate', async () => {
    for (const operation of everyOperation)
      for (const { name, input } of payloadsFor(operation, ids, SEED + 1, { shaped: 0, almost: 0, junk: 60 })) {
        if (operations.get(name)?.input.safeParse(input).success === true) continue;
        expect(await gate.call(name, input, ownerSession)).toMatchObject({ ok: false, error: { code: 'bad_input' } });
      }
  });

  test('a name that nobody listed is unknown, whatever it is', async () => {
    const names = [
      '',
      'customers',
      'customers.drop',
      'customers.list ',
      'CUSTOMERS.LIST',
      '__proto__',
      'constructor',
      'toString',
      'engine.applyJudgements',
      'imports.takeOver',
    ];
    for (const name of names)
      expect(await gate.call(name, {}, ownerSession)).toMatchObject({ ok: false, error: { code: 'unknown_operation' } });
  });

  test('without the right, no operation looks at its input', async () => {
    for (const { name, permission } of everyOperation) {
      const session = { staffId: null, permissions: permissions.filter((one) => one !== permission) };
      expect(await gate.call(name, { nonsense: true }, session)).toEqual({
        ok: false,
        error: { code: 'not_permitted', details: { permission } },
      });
    }
  });
});
