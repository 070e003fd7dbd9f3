import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { AppError } from '../../../../shared/errors.ts';
import { zhCN } from '../../../text/zh-CN.ts';
import { customerErrors } from './customerErrors.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'zh-CN', resources: { 'zh-CN': { translation: zhCN } } });
});

test('what the store refuses is told at the field it concerns', () => {
  const hours = new AppError('bad_input', { issues: [{ path: 'changes.contactToHour', message: 'hours_order' }] });
  expect(customerErrors(i18next.t, hours, 'changes.')).toEqual({ contactToHour: zhCN.errors.issue.hours_order });
  const card = new AppError('conflict', { reason: 'card_taken' });
  expect(customerErrors(i18next.t, card, '')).toEqual({ cardNo: zhCN.customers.form.cardTaken });
});

test('a failure that is no field’s fault is left to the toast', () => {
  expect(customerErrors(i18next.t, new AppError('conflict', { reason: 'changed_meanwhile' }), '')).toEqual({});
  expect(customerErrors(i18next.t, new Error('x'), '')).toEqual({});
});
