import type { AppErrorCode } from '../../errors.ts';
import { imageStructureOf } from './imageStructure.ts';
import { FILE_BYTES, PHOTO_SIDE, SOURCE_PHOTO_BYTES, SOURCE_PHOTO_PIXELS, THUMBNAIL_BYTES, THUMBNAIL_SIDE } from './limits.ts';
import { isNamedFor, isPhotoType, mediaTypeOf } from './mediaType.ts';

type Problem = Extract<AppErrorCode, 'attachment_type' | 'attachment_damaged' | 'attachment_dimensions' | 'attachment_too_large'>;

/**
 * Why a file that a person chose is not taken; null when it may be (X25). Judged before anything unfolds it: a small file can name
 * itself a picture of gigabytes.
 */
export const sourceProblem = (name: string, bytes: Uint8Array): Problem | null => {
  const type = mediaTypeOf(bytes);
  if (type === null || !isNamedFor(name, type)) return 'attachment_type';
  if (!isPhotoType(type)) return bytes.length > FILE_BYTES ? 'attachment_too_large' : null;
  if (bytes.length > SOURCE_PHOTO_BYTES) return 'attachment_too_large';
  const structure = imageStructureOf(bytes);
  if (structure === null || !structure.isWhole) return 'attachment_damaged';
  return structure.width * structure.height > SOURCE_PHOTO_PIXELS ? 'attachment_dimensions' : null;
};

const pictureProblem = (bytes: Uint8Array, side: number): Problem | null => {
  const structure = imageStructureOf(bytes);
  if (structure === null || !structure.isWhole || structure.hasMetadata) return 'attachment_damaged';
  return Math.max(structure.width, structure.height) > side ? 'attachment_dimensions' : null;
};

/** Why bytes are not stored as the file they are named; null when they are. A photo must come shrunk and bare of metadata. */
export const storedProblem = (name: string, bytes: Uint8Array): Problem | null => {
  if (bytes.length > FILE_BYTES) return 'attachment_too_large';
  const type = mediaTypeOf(bytes);
  if (type === null || !isNamedFor(name, type)) return 'attachment_type';
  return isPhotoType(type) ? pictureProblem(bytes, PHOTO_SIDE) : null;
};

/** Why bytes are not stored as a thumbnail; null when they are. */
export const thumbnailProblem = (bytes: Uint8Array): Problem | null =>
  bytes.length > THUMBNAIL_BYTES ? 'attachment_too_large' : pictureProblem(bytes, THUMBNAIL_SIDE);
