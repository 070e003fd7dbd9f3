const MEGABYTE = 1_000_000;

/** Bytes as people say them: 'KB' below a megabyte, then 'MB' with one figure after the point. */
export const roomText = (bytes: number): string =>
  bytes < MEGABYTE
    ? `${Math.ceil(bytes / 1000).toLocaleString()} KB`
    : `${(bytes / MEGABYTE).toLocaleString(undefined, { maximumFractionDigits: 1 })} MB`;
