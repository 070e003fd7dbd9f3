import { CONTAINER_ENDING } from '../../container/parts.ts';
import { wallClock } from '../../../shared/types/time.ts';
import type { Instant } from '../../../shared/types/time.ts';

/** FAT, exFAT and NTFS refuse some characters, and cameras and scripts stumble over others: letters and digits are safe. */
const safe = (text: string): string =>
  Array.from(
    text
      .normalize('NFC')
      .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
      .replace(/^-+|-+$/gu, ''),
  )
    .slice(0, 24)
    .join('');

const pad = (value: number): string => String(value).padStart(2, '0');

/**
 * The name of a backup without its ending: regulars-<shop>-<yyyy-MM-dd-HHmm>, by the shop's own clock. A shop without a name
 * is called 'shop'.
 */
export const backupBaseName = (shopName: string, at: Instant, timeZone: string): string => {
  const { date, hour, minute } = wallClock(at, timeZone);
  return `regulars-${safe(shopName) || 'shop'}-${date}-${pad(hour)}${pad(minute)}`;
};

/** The base name, and from the second try on with a number: regulars-shop-2026-11-21-1000.rgbackup, …-1000-2.rgbackup. */
export const backupFileName = (baseName: string, attempt: number): string =>
  `${attempt === 1 ? baseName : `${baseName}-${attempt}`}${CONTAINER_ENDING}`;
