import { v7 as uuidv7 } from 'uuid';
import type { MediaType } from '../../../shared/domain/attachments/mediaType.ts';
import { PART_BYTES, partsOf } from '../../../shared/domain/attachments/limits.ts';
import { AppError } from '../../../shared/errors.ts';
import { call } from '../../ipc/client.ts';
import { base64Of, bytesOf } from './base64.ts';

/** What was sent so far is forgotten at once when the person stops it. */
const stopIfAborted = async (signal: AbortSignal, uploadId: string): Promise<void> => {
  if (!signal.aborted) return;
  await call('attachments.cancelUpload', { uploadId });
  throw new AppError('cancelled');
};

/** Sends bytes part by part and returns the upload's id. Throws AppError; cancelled when the signal says so. */
export const sendBytes = async (bytes: Uint8Array, signal: AbortSignal, onSent: (share: number) => void): Promise<string> => {
  const uploadId = uuidv7();
  const parts = partsOf(bytes.length);
  for (let position = 0; position < parts; position += 1) {
    await stopIfAborted(signal, uploadId);
    const content = base64Of(bytes.subarray(position * PART_BYTES, (position + 1) * PART_BYTES));
    await call('attachments.uploadPart', { uploadId, position, content });
    onSent((position + 1) / parts);
  }
  await stopIfAborted(signal, uploadId);
  return uploadId;
};

/** All bytes of an attachment, or of its thumbnail. */
export const readBytes = async (attachmentId: string, variant: 'full' | 'thumbnail'): Promise<Blob> => {
  const first = await call('attachments.read', { attachmentId, variant });
  const rest: Uint8Array<ArrayBuffer>[] = [];
  for (let part = 1; part < first.parts; part += 1)
    rest.push(bytesOf((await call('attachments.read', { attachmentId, variant, part })).content));
  const type: MediaType = variant === 'thumbnail' ? 'image/webp' : first.mediaType;
  return new Blob([bytesOf(first.content), ...rest], { type });
};
