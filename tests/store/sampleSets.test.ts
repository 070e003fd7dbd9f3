import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giftsHandlers } from '../../electron/handlers/gifts.ts';
import { sampleSetsHandlers } from '../../electron/handlers/sampleSets.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { failureOf, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { rewardsAt } from '../helpers/rewards.ts';

const { gifts, sampleSets } = contract;
let desk: Desk;
let rewards: ReturnType<typeof rewardsAt>;
let customerId: CustomerId;
let cream: string;
let wash: string;
let mask: string;
beforeEach(() => {
  desk = openDesk();
  rewards = rewardsAt(desk);
  customerId = desk.addCustomer();
  const sample = (name: string) => {
    const { rewardId } = rewards.save({ name, points: null, isSample: true, costCents: 10_00, stockRule: 'stop' });
    rewards.receive({ rewardId, quantity: 10 });
    return rewardId;
  };
  [cream, wash, mask] = [sample('面霜小样'), sample('洁面小样'), sample('面膜小样')];
});
afterEach(() => {
  desk.close();
});

const save = (input: CallInput<'sampleSets.save'>) =>
  desk.command(() => sampleSetsHandlers['sampleSets.save'](desk.context, sampleSets.save.input.parse(input)));
const remove = (setId: string) =>
  desk.command(() => sampleSetsHandlers['sampleSets.remove'](desk.context, sampleSets.remove.input.parse({ setId })));
const list = () => sampleSets.list.output.parse(sampleSetsHandlers['sampleSets.list'](desk.context, {})).sets;
const give = (input: Partial<CallInput<'gifts.give'>>) =>
  desk.command(() => giftsHandlers['gifts.give'](desk.context, gifts.give.input.parse({ customerId, reason: '试用', ...input })));
const given = () => gifts.ofCustomer.output.parse(giftsHandlers['gifts.ofCustomer'](desk.context, { customerId })).gifts;
const sums = () => gifts.sums.output.parse(giftsHandlers['gifts.sums'](desk.context, {}));
const one = (rewardId: string, quantity = 1) => ({ rewardId, quantity });

describe('sets of samples (R178)', () => {
  it('are given as they are or changed on the spot, and what was changed stays readable whatever becomes of the set', () => {
    const { setId } = save({ name: '敏感肌试用装', items: [one(wash), one(cream, 2)] });
    expect(list()).toMatchObject([{ name: '敏感肌试用装', items: [{ name: '洁面小样' }, { name: '面霜小样', quantity: 2 }] }]);
    give({ setId, items: [one(wash), one(cream, 2)] });
    expect(given()).toMatchObject([{ set: { name: '敏感肌试用装', changes: [] }, costCents: 30_00 }]);
    const { giftId } = give({ setId, items: [one(cream), one(mask)] });
    const changes = [
      { name: '洁面小样', planned: 1, given: 0 },
      { name: '面霜小样', planned: 2, given: 1 },
      { name: '面膜小样', planned: 0, given: 1 },
    ];
    expect(given().find(({ id }) => id === giftId)?.set?.changes).toEqual(changes);
    // Pieces leave the shelf as they were given.
    const stock = Object.fromEntries(rewards.list().map(({ id, stock: pieces }) => [id, pieces]));
    expect([stock[cream], stock[wash], stock[mask]]).toEqual([7, 9, 9]);
    expect(sums().sets).toMatchObject([{ name: '敏感肌试用装', count: 2, costCents: 50_00 }]);
    save({ setId, name: '改了名', items: [one(mask)] });
    remove(setId);
    expect(given().find(({ id }) => id === giftId)?.set).toEqual({ name: '敏感肌试用装', changes });
    give({ items: [one(mask)] });
    expect(given()[0]?.set).toBeNull();
  });

  it('hold samples alone, each once, under a name of their own, and keep what they hold from being deleted', () => {
    const cup = rewards.save({ name: '保温杯', points: 500 }).rewardId;
    const issueOf = (work: () => unknown) => failureOf(work).details['issues'];
    expect(issueOf(() => save({ name: '杯子', items: [one(cream), one(cup)] }))).toEqual([
      { path: 'items.1', message: 'gift_no_sample' },
    ]);
    const { setId } = save({ name: '一套', items: [one(mask)] });
    expect(failureOf(() => save({ name: '一套', items: [one(cream)] })).details['reason']).toBe('sample_set_taken');
    const spare = rewards.save({ name: '香水小样', points: null, isSample: true }).rewardId;
    save({ setId, name: '一套', items: [one(spare)] });
    expect(rewards.list().find(({ id }) => id === spare)?.isUsed).toBe(true);
    for (const items of [[], [one(cream), one(cream)], [one(cream, 0)], [one(cream, 1.5)], [one(cream, 100)]])
      expect(sampleSets.save.input.safeParse({ name: '坏的', items }).success).toBe(false);
    expect(failureOf(() => give({ setId: '00000000-0000-7000-8000-000000000000', items: [one(cream)] })).code).toBe('not_found');
    expect(given()).toEqual([]);
  });
});
