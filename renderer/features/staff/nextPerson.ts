let next: string | null = null;

/** Whom the header's quick switch was for: the lock screen then asks for that person's PIN. */
export const askFor = (staffId: string): void => {
  next = staffId;
};

/** Once. */
export const takeAskedFor = (): string | null => {
  const asked = next;
  next = null;
  return asked;
};
