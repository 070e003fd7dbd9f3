import { z } from 'zod';

/** What a customer can be asked for on the facing window (X39). */
export const intakeFieldSchema = z.enum([
  'name',
  'gender',
  'phone',
  'wechat',
  'email',
  'birthday',
  'region',
  'preferredChannel',
  'likes',
  'consent',
]);
export type IntakeField = z.output<typeof intakeFieldSchema>;
