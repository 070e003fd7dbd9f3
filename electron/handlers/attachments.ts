import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { isPhotoType } from '../../shared/domain/attachments/mediaType.ts';
import { AppError } from '../../shared/errors.ts';
import { attachmentPairId as toPairId } from '../../shared/types/ids.ts';
import type { AttachmentId, CustomerId } from '../../shared/types/ids.ts';
import { readBlobPart, usedBytes } from '../store/attachmentBlobs.ts';
import {
  countAttachments,
  deleteFromBin,
  deletePair,
  findAttachment,
  findPair,
  insertPair,
  listAttachmentNames,
  listAttachments,
  listPairs,
  markAttachments,
  updateAttachment,
} from '../store/attachments.ts';
import type { AttachmentRecord, AttachmentRow } from '../store/attachments.ts';
import { addAttachment, emptyExpired, quotaOf, requireOwnThing, requireOwnVisit } from './attachments/add.ts';
import { forgetUpload, takePart } from './attachments/uploads.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { noteEdit } from './changeNotes.ts';
import { requireKnownCustomer, requirePresentCustomer } from './references.ts';
import { refuseField } from './refuseField.ts';

const rowOf = (row: AttachmentRow): OutputOf<'attachments.list'>['rows'][number] => ({
  id: row.id,
  name: row.name,
  mediaType: row.media_type,
  isPhoto: isPhotoType(row.media_type),
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  takenOn: row.taken_on,
  consent: row.consent,
  note: row.note,
  visit: row.visit_id === null || row.visit_on === null ? null : { id: row.visit_id, on: row.visit_on },
  thing: row.thing_id === null || row.thing_name === null ? null : { id: row.thing_id, name: row.thing_name },
  staffName: row.staff_name,
  addedAt: row.created_at,
  removedAt: row.removed_at,
});

const requireOwn = ({ database }: StoreContext, customerId: CustomerId, id: AttachmentId): AttachmentRecord => {
  const found = findAttachment(database, id);
  if (found?.customer_id !== customerId) throw new AppError('not_found', { what: 'attachment' });
  return found;
};

const read = ({ database }: StoreContext, input: HandlerInput<'attachments.read'>): OutputOf<'attachments.read'> => {
  const found = findAttachment(database, input.attachmentId);
  const sha256 = input.variant === 'full' ? found?.sha256 : found?.thumbnail_sha256;
  const part = sha256 == null ? undefined : readBlobPart(database, sha256, input.part);
  if (!found || !part || input.part >= part.parts) throw new AppError('not_found', { what: 'attachment' });
  const { name, media_type: mediaType } = found;
  return { name, mediaType, parts: part.parts, content: Buffer.from(part.content).toString('base64') };
};

const note = (context: StoreContext, customerId: CustomerId, before: object): void => {
  noteEdit(context, customerId, ['attachments'], before, ['attachments']);
};

const change = (context: StoreContext, input: HandlerInput<'attachments.change'>): OutputOf<'attachments.change'> => {
  const { customerId, attachmentId, changes } = input;
  requirePresentCustomer(context, customerId);
  const row = requireOwn(context, customerId, attachmentId);
  requireOwnVisit(context, customerId, changes.visitId ?? null);
  requireOwnThing(context, customerId, changes.thingId ?? null);
  if (changes.takenOn !== undefined && changes.takenOn > context.today()) refuseField('changes.takenOn', 'date_in_future');
  const before: OutputOf<'attachments.change'>['before'] = {
    ...(changes.takenOn !== undefined && { takenOn: row.taken_on }),
    ...(changes.consent !== undefined && row.consent !== null && { consent: row.consent }),
    ...(changes.note !== undefined && { note: row.note }),
    ...(changes.visitId !== undefined && { visitId: row.visit_id }),
    ...(changes.thingId !== undefined && { thingId: row.thing_id }),
  };
  if (Object.keys(before).length === 0) return { before };
  updateAttachment(context.database, attachmentId, {
    ...(changes.takenOn !== undefined && { taken_on: changes.takenOn }),
    // What is no photo needs nobody's consent.
    ...(changes.consent !== undefined && row.consent !== null && { consent: changes.consent }),
    ...(changes.note !== undefined && { note: changes.note === '' ? null : changes.note }),
    ...(changes.visitId !== undefined && { visit_id: changes.visitId }),
    ...(changes.thingId !== undefined && { thing_id: changes.thingId }),
  });
  note(context, customerId, before);
  return { before };
};

type Several = HandlerInput<'attachments.remove'>;

const mark = (context: StoreContext, { customerId, attachmentIds }: Several, isRemoved: boolean): Record<never, never> => {
  requirePresentCustomer(context, customerId);
  for (const id of attachmentIds) requireOwn(context, customerId, id);
  if (markAttachments(context.database, customerId, attachmentIds, isRemoved ? context.now() : null) === 0) return {};
  note(context, customerId, { names: listAttachmentNames(context.database, attachmentIds), wasInBin: !isRemoved });
  if (isRemoved) emptyExpired(context);
  return {};
};

const pair = (context: StoreContext, input: HandlerInput<'attachments.pair'>): OutputOf<'attachments.pair'> => {
  const { customerId, beforeId, afterId } = input;
  requirePresentCustomer(context, customerId);
  const photos = [beforeId, afterId].map((id) => requireOwn(context, customerId, id));
  if (beforeId === afterId || !photos.every((photo) => isPhotoType(photo.media_type))) refuseField('afterId', 'not_two_photos');
  const known = findPair(context.database, { beforeId, afterId });
  if (known) return { pairId: known.id };
  const pairId = toPairId(context.newId());
  insertPair(context.database, {
    id: pairId,
    customer_id: customerId,
    before_id: beforeId,
    after_id: afterId,
    created_at: context.now(),
  });
  note(context, customerId, {});
  return { pairId };
};

/** Photos and files (X25): bytes come in parts, are stored once for each content, and leave through the bin. */
export const attachmentsHandlers: HandlersOf<'attachments'> = {
  'attachments.list': (context, { customerId, isInBin, offset, limit }) => {
    const { database } = context;
    requireKnownCustomer(context, customerId);
    const { present, bin } = countAttachments(database, customerId);
    return {
      total: isInBin ? bin : present,
      rows: listAttachments(database, { customerId, isInBin: isInBin ? 1 : 0, offset, limit }).map(rowOf),
      pairs: listPairs(database, customerId).map(({ id, before_id: beforeId, after_id: afterId }) => ({ id, beforeId, afterId })),
      binCount: bin,
      usedBytes: usedBytes(database),
      quotaBytes: quotaOf(context),
    };
  },
  'attachments.read': read,
  'attachments.uploadPart': ({ database }, { uploadId, position, content }) => {
    takePart(database, uploadId, position, content);
    return {};
  },
  'attachments.cancelUpload': ({ database }, { uploadId }) => {
    forgetUpload(database, uploadId);
    return {};
  },
  'attachments.add': addAttachment,
  'attachments.change': change,
  'attachments.remove': (context, input) => mark(context, input, true),
  'attachments.restore': (context, input) => mark(context, input, false),
  'attachments.purge': (context, { customerId, attachmentIds }) => {
    const { database } = context;
    requireKnownCustomer(context, customerId);
    for (const id of attachmentIds) requireOwn(context, customerId, id);
    const before = usedBytes(database);
    if (deleteFromBin(database, customerId, attachmentIds) > 0) context.changed(['attachments'], [customerId]);
    return { freedBytes: before - usedBytes(database) };
  },
  'attachments.pair': pair,
  'attachments.unpair': (context, { customerId, pairId }) => {
    requirePresentCustomer(context, customerId);
    const found = findPair(context.database, { id: pairId });
    if (found?.customer_id !== customerId) throw new AppError('not_found', { what: 'attachment_pair' });
    deletePair(context.database, pairId);
    note(context, customerId, { beforeId: found.before_id, afterId: found.after_id });
    return { beforeId: found.before_id, afterId: found.after_id };
  },
};
