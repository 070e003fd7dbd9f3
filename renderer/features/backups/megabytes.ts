/** A file's size as people read it, in megabytes of a million bytes: "12.4 MB", at least 0.1. */
export const megabytes = (bytes: number): string => `${Math.max(0.1, bytes / 1_000_000).toFixed(1)} MB`;
