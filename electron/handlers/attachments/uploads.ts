import { FILE_BYTES } from '../../../shared/domain/attachments/limits.ts';
import { AppError } from '../../../shared/errors.ts';
import type { UploadId } from '../../../shared/types/ids.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { refuseField } from '../refuseField.ts';

// Bytes on their way into the store wait here, in memory: whatever happens before `attachments.add` leaves nothing behind.

/** So many files are on their way at once; one more, and the one begun first is forgotten. */
const MOST_UPLOADS = 8;

const waiting = new WeakMap<StoreDatabase, Map<UploadId, Buffer[]>>();

const uploadsOf = (database: StoreDatabase): Map<UploadId, Buffer[]> => {
  const known = waiting.get(database);
  if (known) return known;
  const made = new Map<UploadId, Buffer[]>();
  waiting.set(database, made);
  return made;
};

const lengthOf = (parts: readonly Buffer[]): number => parts.reduce((sum, part) => sum + part.length, 0);

/** Base64 to bytes. Throws bad_input for anything else. */
const decoded = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) refuseField('content', 'not_base64');
  return bytes;
};

/**
 * Takes the next part of an upload; part 0 begins it anew. Throws upload_lost when a part before is missing (the store was
 * restarted) and attachment_too_large beyond what one file may have.
 */
export const takePart = (database: StoreDatabase, uploadId: UploadId, position: number, content: string): void => {
  const uploads = uploadsOf(database);
  const bytes = decoded(content);
  const before = position === 0 ? [] : (uploads.get(uploadId) ?? []);
  if (before.length !== position) throw new AppError('upload_lost');
  const parts = [...before, bytes];
  uploads.delete(uploadId);
  if (lengthOf(parts) > FILE_BYTES) throw new AppError('attachment_too_large', { limitBytes: FILE_BYTES });
  uploads.set(uploadId, parts);
  for (const oldest of uploads.keys()) if (uploads.size > MOST_UPLOADS) uploads.delete(oldest);
};

export const forgetUpload = (database: StoreDatabase, uploadId: UploadId): void => {
  uploadsOf(database).delete(uploadId);
};

/** All bytes of an upload, which is then forgotten. Throws upload_lost when there are none. */
export const finishUpload = (database: StoreDatabase, uploadId: UploadId): Buffer => {
  const parts = uploadsOf(database).get(uploadId);
  forgetUpload(database, uploadId);
  if (!parts) throw new AppError('upload_lost');
  return Buffer.concat(parts);
};
