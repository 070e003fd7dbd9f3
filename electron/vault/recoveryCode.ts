import { randomBytes } from 'node:crypto';
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js';

// The code an owner keeps on paper: 128 random bits as twelve words of BIP-39, which end in a check that finds most slips of the pen.

/** 16 bytes of chance. */
export type RecoveryCode = Uint8Array & { readonly __brand: 'RecoveryCode' };

const CODE_BYTES = 16;
const WORDS = 12;

/** Throws unless they are sixteen. */
export const recoveryCode = (bytes: Uint8Array): RecoveryCode => {
  if (bytes.length !== CODE_BYTES) throw new RangeError('a recovery code has 16 bytes');
  return new Uint8Array(bytes) as RecoveryCode;
};

export const makeRecoveryCode = (): RecoveryCode => recoveryCode(randomBytes(CODE_BYTES));

/** The twelve words of a code: single characters in Chinese, so that they can be read out and written by hand in either language. */
export const recoveryWords = (code: RecoveryCode, language: 'zh-CN' | 'en'): readonly string[] =>
  entropyToMnemonic(code, language === 'en' ? english : chinese).split(/\s+/u);

/**
 * Reads what a person typed from the sheet, in either language: blanks, numbering, punctuation and capitals do not matter, and an
 * English word may be cut after its fourth letter, which no other word shares. Null when it is no code, a wrong word or order included.
 */
export const parseRecoveryCode = (text: string): RecoveryCode | null => {
  const characters = text.match(/\p{Script=Han}/gu) ?? [];
  const letters = text.toLowerCase().match(/[a-z]+/g) ?? [];
  if (characters.length === WORDS && letters.length === 0) return fromWords(characters, chinese);
  if (letters.length !== WORDS || characters.length > 0) return null;
  const whole = letters.map((part) => english.find((word) => word === part || (part.length >= 4 && word.startsWith(part))));
  return whole.every((word) => word !== undefined) ? fromWords(whole, english) : null;
};

const fromWords = (words: readonly string[], list: string[]): RecoveryCode | null => {
  try {
    return recoveryCode(mnemonicToEntropy(words.join(' '), list));
  } catch {
    return null;
  }
};
