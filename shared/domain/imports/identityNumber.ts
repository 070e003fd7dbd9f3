import { isLocalDate, localDate, type LocalDate } from '../../types/time.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** What a resident's identity number says of its holder. */
export interface Identity {
  readonly bornOn: LocalDate;
  readonly gender: 'female' | 'male';
}

/**
 * Reads a resident identity number of mainland China: 18 characters with the check character of GB 11643-1999 (ISO 7064 MOD 11-2), or
 * the 15 figures of before 1999. Null when it is none, or its day of birth lies after `today`.
 */
export const readIdentityNumber = (text: string, today: LocalDate): Identity | null => {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const isOld = /^\d{15}$/.test(plain);
  if (!isOld && !/^\d{17}[\dX]$/.test(plain)) return null;
  if (!isOld) {
    const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(plain[at]), 0);
    if (CHECK_CHARACTERS[sum % 11] !== plain[17]) return null;
  }
  const birth = isOld ? `19${plain.slice(6, 12)}` : plain.slice(6, 14);
  const day = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`;
  if (!isLocalDate(day) || day > today || day < '1900-01-01') return null;
  const sequence = Number(isOld ? plain[14] : plain[16]);
  return { bornOn: localDate(day), gender: sequence % 2 === 1 ? 'male' : 'female' };
};
