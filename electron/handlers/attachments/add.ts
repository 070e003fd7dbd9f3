import { createHash } from 'node:crypto';
import type { HandlerInput } from '../../../shared/contract.ts';
import { imageStructureOf } from '../../../shared/domain/attachments/imageStructure.ts';
import { BIN_DAYS, FILE_BYTES } from '../../../shared/domain/attachments/limits.ts';
import { fileNameFor, isPhotoType, mediaTypeOf } from '../../../shared/domain/attachments/mediaType.ts';
import type { MediaType } from '../../../shared/domain/attachments/mediaType.ts';
import { storedProblem, thumbnailProblem } from '../../../shared/domain/attachments/problems.ts';
import { AppError } from '../../../shared/errors.ts';
import { attachmentId as toAttachmentId } from '../../../shared/types/ids.ts';
import type { AttachmentId, CustomerId, ThingId, VisitId } from '../../../shared/types/ids.ts';
import { instant } from '../../../shared/types/time.ts';
import { isBlobKnown, putBlob, usedBytes } from '../../store/attachmentBlobs.ts';
import { deleteExpired, findThingOwner, findVisitOwner, insertAttachment } from '../../store/attachments.ts';
import type { StoreContext } from '../context.ts';
import { noteEdit } from '../changeNotes.ts';
import { requirePresentCustomer } from '../references.ts';
import { finishUpload } from './uploads.ts';
import { refuseField } from '../refuseField.ts';

const MEGABYTE = 1_000_000;
const DAY_MILLISECONDS = 86_400_000;

/** Bytes that the attachments of the whole shop may have together. */
export const quotaOf = (context: Pick<StoreContext, 'settings'>): number =>
  context.settings().attachmentQuotaMegabytes * MEGABYTE;

/** Throws not_found unless the visit is this customer's; null names none. */
export const requireOwnVisit = ({ database }: StoreContext, customerId: CustomerId, visitId: VisitId | null): void => {
  if (visitId !== null && findVisitOwner(database, visitId) !== customerId) throw new AppError('not_found', { what: 'visit' });
};

/** Throws not_found unless the served thing is this customer's; null names none. */
export const requireOwnThing = ({ database }: StoreContext, customerId: CustomerId, thingId: ThingId | null): void => {
  if (thingId !== null && findThingOwner(database, thingId) !== customerId) throw new AppError('not_found', { what: 'thing' });
};

/** What has lain in the bin for its time goes for good. */
export const emptyExpired = (context: StoreContext): void => {
  deleteExpired(context.database, instant(Math.max(0, context.now() - BIN_DAYS * DAY_MILLISECONDS)));
};

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const refuse = (code: ReturnType<typeof storedProblem>, name: string): void => {
  if (code !== null) throw new AppError(code, { name, limitBytes: FILE_BYTES });
};

/** The content's kind; throws unless the bytes are what they are named and, as a photo, shrunk and bare of metadata. */
const requireKind = (name: string, bytes: Uint8Array): MediaType => {
  refuse(storedProblem(name, bytes), name);
  const type = mediaTypeOf(bytes);
  if (type === null) throw new AppError('attachment_type', { name });
  return type;
};

const requireThumbnail = (name: string, thumbnail: Buffer | null): Buffer => {
  if (thumbnail === null) refuseField('thumbnailUploadId', 'photo_without_thumbnail');
  refuse(thumbnailProblem(thumbnail), name);
  return thumbnail;
};

/** Puts the contents into the store as far as they are new. Throws attachment_quota when the shop has no room for them. */
const keep = (context: StoreContext, contents: ReadonlyMap<string, Uint8Array>): void => {
  const { database } = context;
  const fresh = [...contents].filter(([sha256]) => !isBlobKnown(database, sha256));
  const added = fresh.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  const quota = quotaOf(context);
  if (usedBytes(database) + added > quota) throw new AppError('attachment_quota', { limitBytes: quota });
  for (const [sha256, bytes] of fresh) putBlob(database, sha256, bytes);
};

/** Stores what was sent as an attachment of the customer, in one transaction: all of it is there afterwards, or nothing. */
export const addAttachment = (context: StoreContext, input: HandlerInput<'attachments.add'>): { attachmentId: AttachmentId } => {
  const { database } = context;
  const { customerId, name } = input;
  const bytes = finishUpload(database, input.uploadId);
  const sent = input.thumbnailUploadId === null ? null : finishUpload(database, input.thumbnailUploadId);
  requirePresentCustomer(context, customerId);
  requireOwnVisit(context, customerId, input.visitId);
  requireOwnThing(context, customerId, input.thingId);
  const today = context.today();
  if (input.takenOn !== null && input.takenOn > today) refuseField('takenOn', 'date_in_future');
  const mediaType = requireKind(name, bytes);
  const thumbnail = isPhotoType(mediaType) ? requireThumbnail(name, sent) : null;
  const structure = imageStructureOf(bytes);
  emptyExpired(context);
  const sha256 = digestOf(bytes);
  const thumbnailSha256 = thumbnail === null ? null : digestOf(thumbnail);
  keep(
    context,
    new Map([
      [sha256, bytes],
      ...(thumbnail === null || thumbnailSha256 === null ? [] : ([[thumbnailSha256, thumbnail]] as const)),
    ]),
  );
  const id = toAttachmentId(context.newId());
  const kept = fileNameFor(name, mediaType);
  insertAttachment(database, {
    id,
    customer_id: customerId,
    visit_id: input.visitId,
    thing_id: input.thingId,
    name: kept,
    media_type: mediaType,
    sha256,
    thumbnail_sha256: thumbnailSha256,
    width: structure?.width ?? null,
    height: structure?.height ?? null,
    taken_on: input.takenOn ?? today,
    consent: isPhotoType(mediaType) ? input.consent : null,
    note: input.note === '' ? null : input.note,
    staff_id: context.actor.staffId,
    created_at: context.now(),
    removed_at: null,
  });
  noteEdit(context, customerId, ['attachments'], { added: kept, attachmentId: id }, ['attachments']);
  return { attachmentId: id };
};
