import type { TFunction } from 'i18next';
import { measureText } from '../../../shared/domain/measurements/values.ts';

/** A figure with its unit: "52.5 kg". */
export const withUnit = (t: TFunction, text: string, unit: string): string =>
  unit === '' ? text : t('measurements.withUnit', { value: text, unit });

interface Measured {
  readonly value: number;
  readonly decimals: number;
  readonly unit: string;
}

/** A value as it is read, with its unit. */
export const measuredWords = (t: TFunction, { value, decimals, unit }: Measured): string =>
  withUnit(t, measureText(value, decimals), unit);
