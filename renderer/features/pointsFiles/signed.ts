/** A change with its sign, in the figures of a language. */
export const signed = (value: number, language: string): string => value.toLocaleString(language, { signDisplay: 'exceptZero' });
