import type { TFunction } from 'i18next';
import type { RecordValue } from '../../../shared/domain/serviceRecords/fields.ts';

/** A value as it is read, with its unit; nothing known is a dash. */
export const valueWords = (t: TFunction, { value, unit }: { readonly value: RecordValue; readonly unit: string }): string => {
  if (value === null) return t('serviceRecords.side.none');
  // Digits as they were typed: 6.25, never 6,250.
  const text = String(value);
  return unit === '' ? text : t('serviceRecords.withUnit', { value: text, unit });
};
