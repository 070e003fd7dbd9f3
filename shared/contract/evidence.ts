import { z } from 'zod';
import { contactAmong } from './masking.ts';

const evidenceCodeSchema = z.enum([
  'same_phone',
  'near_phone',
  'phone_tail',
  'same_wechat',
  'same_email',
  'same_card',
  'same_name',
  'same_reading',
  'near_name',
  'different_name',
  'same_birthday',
  'same_day',
  'different_birthday',
  'different_gender',
]);

/** One reason for or against, with its figure: last digits, an account, a day. */
export const evidenceSchema = contactAmong(
  z.object({ code: evidenceCodeSchema, value: z.string().nullable() }),
  'value',
  ({ code }) => code === 'same_wechat' || code === 'same_email',
);
