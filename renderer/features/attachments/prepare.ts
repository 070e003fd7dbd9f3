import {
  FILE_BYTES,
  PHOTO_SIDE,
  SOURCE_PHOTO_BYTES,
  THUMBNAIL_SIDE,
  fitWithin,
} from '../../../shared/domain/attachments/limits.ts';
import { isPhotoType, mediaTypeOf } from '../../../shared/domain/attachments/mediaType.ts';
import { sourceProblem } from '../../../shared/domain/attachments/problems.ts';
import { AppError } from '../../../shared/errors.ts';

/** What goes into the store: a photo shrunk and bare of metadata with its thumbnail, or a file as it is. */
interface Prepared {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly thumbnail: Uint8Array<ArrayBuffer> | null;
}

const PHOTO_QUALITY = 0.85;
const THUMBNAIL_QUALITY = 0.8;

/** Draws the picture anew within a square: nothing but its pixels goes over. */
const drawn = async (bitmap: ImageBitmap, side: number, type: string, quality: number): Promise<Uint8Array<ArrayBuffer>> => {
  const { width, height } = fitWithin(bitmap.width, bitmap.height, side);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new AppError('internal');
  // What was transparent would turn black in a JPEG.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type, quality });
  return new Uint8Array(await blob.arrayBuffer());
};

const unfold = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap> => {
  try {
    // Turned as its EXIF says, which is then dropped.
    return await createImageBitmap(new Blob([bytes]), { imageOrientation: 'from-image' });
  } catch {
    throw new AppError('attachment_damaged', { name });
  }
};

/**
 * Reads a file that a person chose and makes it ready to be stored (X25). Throws AppError attachment_type, attachment_damaged,
 * attachment_dimensions or attachment_too_large before anything large is unfolded.
 */
export const prepareFile = async (file: File): Promise<Prepared> => {
  const { name } = file;
  if (file.size > SOURCE_PHOTO_BYTES) throw new AppError('attachment_too_large', { name, limitBytes: SOURCE_PHOTO_BYTES });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const problem = sourceProblem(name, bytes);
  if (problem !== null) throw new AppError(problem, { name, limitBytes: FILE_BYTES });
  const type = mediaTypeOf(bytes);
  if (type === null || !isPhotoType(type)) return { name, bytes, thumbnail: null };
  const bitmap = await unfold(name, bytes);
  try {
    return {
      name,
      bytes: await drawn(bitmap, PHOTO_SIDE, 'image/jpeg', PHOTO_QUALITY),
      thumbnail: await drawn(bitmap, THUMBNAIL_SIDE, 'image/webp', THUMBNAIL_QUALITY),
    };
  } finally {
    bitmap.close();
  }
};
