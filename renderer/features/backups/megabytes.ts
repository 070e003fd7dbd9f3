/** A file's size or a disk's room as people read it, in thousands, millions and thousand millions of bytes: "38 KB", "12.4 MB", "14.7 GB". */
export const megabytes = (bytes: number): string => {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} KB`;
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
};
