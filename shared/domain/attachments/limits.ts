/** One stored file at most: 10 MB (X25). */
export const FILE_BYTES = 10_000_000;
/** A photo as it comes from a camera, before it is shrunk. */
export const SOURCE_PHOTO_BYTES = 60_000_000;
/** More would need gigabytes of memory to unfold: phones of today take up to 50 million. */
export const SOURCE_PHOTO_PIXELS = 52_000_000;
/** The longer side of a stored photo, and of its thumbnail, in pixels. */
export const PHOTO_SIDE = 1600;
export const THUMBNAIL_SIDE = 240;
export const THUMBNAIL_BYTES = 100_000;
/** Bytes cross the bridge in parts of so many, each as base64: a third more characters. Divisible by 3, so that parts join. */
export const PART_BYTES = 393_216;
export const PART_CHARACTERS = (PART_BYTES / 3) * 4;
/** What is in the bin goes for good after so many days. */
export const BIN_DAYS = 30;

/** In how many parts so many bytes cross the bridge; nothing crosses in one. */
export const partsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / PART_BYTES));

/** The largest size with the same proportions whose longer side is at most `side`; never larger than it was, never nothing. */
export const fitWithin = (width: number, height: number, side: number): { width: number; height: number } => {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};
