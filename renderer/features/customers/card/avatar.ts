const HAN = /^\p{Script=Han}+$/u;

/** What stands on a person's round: a Chinese name whole or by its last two characters, else the initials. */
export const avatarText = (name: string): string => {
  const trimmed = name.trim();
  if (HAN.test(trimmed)) return trimmed.length <= 2 ? trimmed : trimmed.slice(-2);
  const initials = trimmed.split(/\s+/).map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0x20).trim());
  const text = initials.length === 1 ? (initials[0] ?? '') : `${initials[0] ?? ''}${initials.at(-1) ?? ''}`;
  return text.toUpperCase();
};
