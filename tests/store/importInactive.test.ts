import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { inactiveHandlers } from '../../electron/handlers/inactive.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { openTestImporter } from '../helpers/importer.ts';
import type { TestImporter } from '../helpers/importer.ts';

let importer: TestImporter;
let customerId: CustomerId;
beforeEach(() => {
  importer = openTestImporter();
  const { store } = importer;
  const input = contract.customers.create.input.parse({ name: '王芳', phone: '13800000001' });
  customerId = store.command(() => customersHandlers['customers.create'](store.context, input)).customerId;
  const inactive = contract.inactive.set.input.parse({ customerId, inactive: { reason: '搬走了' } });
  store.command(() => inactiveHandlers['inactive.set'](store.context, inactive));
});
afterEach(() => {
  importer.close();
});

const standing = () =>
  plainRows(
    importer.store.database,
    'SELECT name, is_inactive, inactive_reason, (SELECT count(*) FROM visits WHERE customer_id = customers.id) AS visits FROM customers',
  );
const inactive = { name: '王芳', is_inactive: 1, inactive_reason: '搬走了' };

describe('an import (R189, X37)', () => {
  it('updates whoever is inactive and leaves them so: an old list says nothing about today', async () => {
    const file = importer.write('list.csv', '姓名,手机,备注,停用日期\n王芳,13800000001,爱喝茶,\n');
    expect(await importer.run(file, { form: 'customers' })).toMatchObject({ rows: 1, added: 0, updated: 1 });
    expect(standing()).toEqual([{ ...inactive, visits: 0 }]);
  });

  it('gives them their purchases of before and leaves them inactive, and its undo takes just those', async () => {
    const file = importer.write('sales.csv', '手机号,姓名,消费日期,项目,金额\n13800000001,王芳,2026-05-01,剪发,68\n');
    const { importId } = await importer.run(file, { form: 'purchases', matchBy: 'phone' });
    expect(standing()).toEqual([{ ...inactive, visits: 1 }]);
    await importer.undo(importId);
    expect(standing()).toEqual([{ ...inactive, visits: 0 }]);
  });
});
