/** A file's size as people read it, in thousands and millions of bytes: "12.4 MB", "38 KB". */
export const megabytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
