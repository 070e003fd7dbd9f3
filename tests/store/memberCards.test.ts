import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersFind } from '../../electron/handlers/customers/find.ts';
import { customersWrite } from '../../electron/handlers/customers/write.ts';
import { memberCardsHandlers } from '../../electron/handlers/memberCards.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { failureOf, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { mergesHandlers } from '../../electron/handlers/merges.ts';

let desk: Desk;
let customerId: CustomerId;
beforeEach(() => {
  desk = openDesk();
  customerId = desk.addCustomer();
});
afterEach(() => {
  desk.close();
});

const clerk = () => ({
  ...desk.context,
  actor: { staffId: null, permissions: desk.context.actor.permissions.filter((name) => name !== 'loyalty.adjust') },
});
const give = (cardNo: string, to = customerId) =>
  desk.command(() => memberCardsHandlers['memberCards.give'](desk.context, { customerId: to, cardNo, reason: '' })).eventId;
type Kind = CallInput<'memberCards.change'>['kind'];
const change = (kind: Kind, context = desk.context) =>
  desk.command(() => memberCardsHandlers['memberCards.change'](context, { customerId, kind, reason: '本人来说的' })).eventId;
const takeBack = (eventId: ReturnType<typeof give>) =>
  desk.command(() => memberCardsHandlers['memberCards.takeBack'](desk.context, { eventId }));
const account = () => memberCardsHandlers['memberCards.ofCustomer'](desk.context, { customerId });
const scan = (code: string) => customersFind['customers.findByCode'](desk.context, { code });
const search = (text: string) => customersFind['customers.search'](desk.context, contract.customers.search.input.parse({ text }));
const reason = (work: () => unknown): unknown => {
  const { code, details } = failureOf(work);
  return code === 'conflict' ? details['reason'] : code;
};
const saveBatch = (input: CallInput<'memberCards.saveBatch'>) =>
  desk.command(() =>
    memberCardsHandlers['memberCards.saveBatch'](desk.context, contract.memberCards.saveBatch.input.parse(input)),
  );
const batches = () => memberCardsHandlers['memberCards.batches'](desk.context, {}).batches;

describe('cards by number (X52)', () => {
  it('lead to whoever has them, by scan and by search, and are no trace in a shop without cards', () => {
    expect(account()).toMatchObject({ cardNo: null, state: null, isInUse: false, events: [] });
    give('A100');
    expect(account()).toMatchObject({ cardNo: 'A100', state: 'active', isInUse: true });
    expect(scan('A100')).toEqual({ customerId, isPhone: false, refusedCard: null });
    expect(search('A100').hits.map(({ id }) => id)).toEqual([customerId]);
    const other = desk.addCustomer();
    expect(reason(() => give('A100', other))).toBe('card_taken');
  });

  it('that were reported lost open nobody’s, until a manager marks them found or a new one is given', () => {
    give('A100');
    change('lost', clerk());
    const refused = { state: 'lost', since: desk.clock.today, customerId };
    expect(scan('A100')).toEqual({ customerId: null, isPhone: false, refusedCard: refused });
    expect(search('A100')).toMatchObject({ hits: [], refusedCard: refused });
    expect(search('王芳').hits).toHaveLength(1);
    expect(reason(() => change('found', clerk()))).toBe('not_permitted');
    expect(reason(() => change('lost'))).toBe('card_not_so');
    change('found');
    expect(scan('A100').customerId).toBe(customerId);
    change('lost');
    give('A200');
    expect(account()).toMatchObject({ cardNo: 'A200', state: 'active' });
    expect(scan('A200').customerId).toBe(customerId);
    expect(scan('A100').refusedCard).toMatchObject({ state: 'replaced', customerId });
    const other = desk.addCustomer();
    expect(reason(() => give('A100', other))).toBe('card_was_used');
    const steal = contract.customers.update.input.parse({ customerId: other, changes: { cardNo: 'A100' } });
    expect(reason(() => desk.command(() => customersWrite['customers.update'](desk.context, steal)))).toBe('card_was_used');
  });

  it('are locked, unlocked and closed; each step is taken back once, the last first', () => {
    const issued = give('A100');
    const locked = change('lock');
    expect(scan('A100').refusedCard).toMatchObject({ state: 'locked' });
    expect(reason(() => takeBack(issued))).toBe('card_event_not_last');
    takeBack(locked);
    expect(reason(() => takeBack(locked))).toBe('already_undone');
    expect(account()).toMatchObject({ state: 'active' });
    const closed = change('close');
    expect(account()).toMatchObject({ cardNo: null, state: null, isInUse: true });
    expect(scan('A100').refusedCard).toMatchObject({ state: 'closed' });
    takeBack(closed);
    expect(account()).toMatchObject({ cardNo: 'A100', state: 'active' });
    const replaced = give('A200');
    takeBack(replaced);
    expect(scan('A100').customerId).toBe(customerId);
    expect(scan('A200')).toMatchObject({ customerId: null, refusedCard: null });
    takeBack(issued);
    expect(account()).toMatchObject({ cardNo: null });
    expect(account().events.map(({ kind, isReversed }) => [kind, isReversed])).toEqual([
      ['issue', true],
      ['close', true],
      ['lock', true],
      ['issue', true],
    ]);
  });

  it('stand in their order also when the clock went back', () => {
    give('A100');
    change('lost');
    desk.clock.now = desk.context.now();
    change('found');
    expect(account()).toMatchObject({ state: 'active' });
  });

  it('of somebody merged away are refused as before, with the way to whoever stayed', () => {
    give('A100');
    change('lost');
    const survivorId = desk.addCustomer();
    const input = contract.merges.merge.input.parse({ survivorId, otherId: customerId });
    desk.command(() => mergesHandlers['merges.merge'](desk.context, input));
    expect(scan('A100').refusedCard).toMatchObject({ state: 'lost', customerId: survivorId });
  });
});

describe('batches of printed cards (X52)', () => {
  it('tell what is left, card by card as they are handed out', () => {
    const gold = { name: '金卡', prefix: 'G', first: '0001', last: '0030', hasCheckDigit: false };
    const { batchId } = saveBatch(gold);
    expect(batches()).toMatchObject([{ total: 30, left: 30 }]);
    expect(batches()[0]?.next.slice(0, 2)).toEqual(['G0001', 'G0002']);
    give('G0001');
    const replaced = give('G0002');
    expect(batches()).toMatchObject([{ left: 28 }]);
    takeBack(replaced);
    expect(batches()[0]?.left).toBe(29);
    expect(reason(() => saveBatch({ ...gold, first: '0040', last: '0050' }))).toBe('card_batch_taken');
    expect(reason(() => saveBatch({ ...gold, name: '银卡', first: '0030', last: '0050' }))).toBe('card_batch_overlaps');
    expect(saveBatch({ ...gold, batchId, last: '0020' }).before).toEqual(gold);
    expect(batches()).toMatchObject([{ total: 20, left: 19 }]);
  });

  it('tell a mistyped number by its check digit', () => {
    saveBatch({ name: '银卡', prefix: 'S', first: '000001', last: '000100', hasCheckDigit: true });
    const [first = ''] = batches()[0]?.next ?? [];
    const wrong = `${first.slice(0, -1)}${(Number(first.slice(-1)) + 1) % 10}`;
    expect(failureOf(() => give(wrong))).toMatchObject({
      details: { issues: [{ path: 'cardNo', message: 'card_digit_wrong' }] },
    });
    give(first);
    expect(batches()[0]?.left).toBe(99);
  });

  it('go from a first number to one as long that is not before it', () => {
    const { input } = contract.memberCards.saveBatch;
    const terms = { name: '金卡', prefix: '', hasCheckDigit: false };
    for (const [first, last] of [
      ['10', '9'],
      ['10', '09'],
      ['00001', '99999'],
      ['a', 'b'],
    ] as const)
      expect(input.safeParse({ ...terms, first, last }).success).toBe(false);
  });
});
