import { afterEach, beforeEach, expect, test } from 'vitest';
import { callbacksHandlers } from '../../electron/handlers/callbacks.ts';
import { customersWrite } from '../../electron/handlers/customers/write.ts';
import { isGoodHour } from '../../shared/domain/callbacks.ts';
import { contract, type CallInput } from '../../shared/contract.ts';
import { instant } from '../../shared/types/time.ts';
import { openDesk, type Desk } from '../helpers/desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const HOUR = 3_600_000;
const add = (name: string, hours: Pick<CallInput<'customers.create'>, 'contactFromHour' | 'contactToHour'>) =>
  desk.command(() =>
    customersWrite['customers.create'](
      desk.context,
      contract.customers.create.input.parse({ name, birthday: { calendar: 'solar', month: 11, day: 21 }, ...hours }),
    ),
  );
const listed = () => callbacksHandlers['callbacks.today'](desk.context, { limit: null }).rows.map(({ name }) => name);

test('whoever does not like to be contacted at this hour comes last, and takes their place again when it is time (R008)', () => {
  add('下午', { contactFromHour: 14, contactToHour: 18 });
  add('随时', {});
  expect(listed()).toEqual(['随时', '下午']);
  desk.clock.now = instant(desk.clock.now + 5 * HOUR);
  expect(listed()).toEqual(['下午', '随时']);
  desk.clock.now = instant(desk.clock.now + 3 * HOUR);
  expect(listed()).toEqual(['随时', '下午']);
});

test('the good hours begin with the first and end before the last; an open end takes every hour (R008)', () => {
  const good = (from: number | null, to: number | null) =>
    Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
      isGoodHour({ contactFromHour: from, contactToHour: to }, hour),
    );
  expect(good(14, 18)).toEqual([14, 15, 16, 17]);
  expect(good(null, 2)).toEqual([0, 1]);
  expect(good(22, null)).toEqual([22, 23]);
  expect(good(null, null)).toHaveLength(24);
});
