import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachmentsHandlers } from '../../electron/handlers/attachments.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { BIN_DAYS, FILE_BYTES, PART_BYTES } from '../../shared/domain/attachments/limits.ts';
import { attachmentId as toAttachmentId, uploadId as toUploadId } from '../../shared/types/ids.ts';
import type { AttachmentId, CustomerId, UploadId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { exif, jpegOf, pdfOf, webpOf } from '../helpers/pictures.ts';

let desk: Desk;
let customerId: CustomerId;
beforeEach(() => {
  desk = openDesk();
  customerId = desk.addCustomer();
});
afterEach(() => {
  desk.close();
});

const send = (bytes: Uint8Array): UploadId => {
  const uploadId = toUploadId(desk.context.newId());
  for (let position = 0; position === 0 || position * PART_BYTES < bytes.length; position += 1) {
    const part = bytes.subarray(position * PART_BYTES, (position + 1) * PART_BYTES);
    const content = Buffer.from(part).toString('base64');
    desk.command(() => attachmentsHandlers['attachments.uploadPart'](desk.context, { uploadId, position, content }));
  }
  return uploadId;
};
const addSent = (input: Omit<CallInput<'attachments.add'>, 'customerId'>): AttachmentId =>
  desk.command(() =>
    attachmentsHandlers['attachments.add'](desk.context, contract.attachments.add.input.parse({ customerId, ...input })),
  ).attachmentId;
const thumbnailOf = (seed = 1): Uint8Array => webpOf(240, 180, seed);
const addPhoto = (photo = jpegOf(), name = 'IMG_1.jpg', thumbnail = thumbnailOf()): AttachmentId =>
  addSent({ uploadId: send(photo), thumbnailUploadId: send(thumbnail), name });
const addFile = (file = pdfOf(), name = '合同.pdf'): AttachmentId => addSent({ uploadId: send(file), name });
const list = (isInBin = false) =>
  attachmentsHandlers['attachments.list'](desk.context, { customerId, isInBin, offset: 0, limit: 200 });
const several = (name: 'remove' | 'restore' | 'purge', attachmentIds: AttachmentId[]) =>
  desk.command(() => attachmentsHandlers[`attachments.${name}`](desk.context, { customerId, attachmentIds }));
const read = (attachmentId: AttachmentId, variant: 'full' | 'thumbnail'): Uint8Array => {
  const part = (index: number) => attachmentsHandlers['attachments.read'](desk.context, { attachmentId, variant, part: index });
  const { parts } = part(0);
  return Buffer.concat(Array.from({ length: parts }, (_, index) => Buffer.from(part(index).content, 'base64')));
};
const blobs = (): { sha256: string; bytes: number }[] =>
  plainRows(desk.database, 'SELECT sha256, length(content) AS bytes FROM attachment_blobs ORDER BY sha256');
const sum = (): number => blobs().reduce((total, { bytes }) => total + bytes, 0);

describe('a photo or file of a customer (X25)', () => {
  it('comes in parts and is read back byte for byte, with its thumbnail, its kind and its size', () => {
    const photo = jpegOf({ width: 1600, height: 1200, size: PART_BYTES * 2 + 5 });
    const id = addPhoto(photo, 'IMG_20261120.PNG');
    expect(list().rows).toMatchObject([
      {
        id,
        name: 'IMG_20261120.jpg',
        mediaType: 'image/jpeg',
        isPhoto: true,
        bytes: photo.length,
        width: 1600,
        height: 1200,
        takenOn: '2026-11-21',
        consent: 'unasked',
      },
    ]);
    expect(Buffer.from(read(id, 'full')).equals(photo)).toBe(true);
    expect(Buffer.from(read(id, 'thumbnail')).equals(thumbnailOf())).toBe(true);
    expect(list().usedBytes).toBe(photo.length + thumbnailOf().length);
    const told = () => desk.timeline({ customerId, kinds: ['change'] }).entries.flatMap(({ change }) => change?.attachment ?? []);
    const shown = { id, name: 'IMG_20261120.jpg', hasThumbnail: true };
    expect(told()).toEqual([shown]);
    several('remove', [id]);
    expect(told()).toEqual([]);
    several('restore', [id]);
    expect(told()).toEqual([shown]);
  });

  it('can belong to a visit of that customer, be dated and described, and each change has its way back', () => {
    const id = addFile();
    const { visitId } = desk.record({ customerId, lines: [item(68_00)] });
    const change = (changes: CallInput<'attachments.change'>['changes']) =>
      desk.command(() =>
        attachmentsHandlers['attachments.change'](
          desk.context,
          contract.attachments.change.input.parse({ customerId, attachmentId: id, changes }),
        ),
      ).before;
    const before = change({ visitId, takenOn: '2026-11-01', note: '签过字' });
    expect(list().rows).toMatchObject([{ visit: { id: visitId, on: '2026-11-21' }, takenOn: '2026-11-01', note: '签过字' }]);
    change(before);
    expect(list().rows).toMatchObject([{ visit: null, takenOn: '2026-11-21', note: null, consent: null }]);
    const stranger = desk.addCustomer();
    const foreign = desk.record({ customerId: stranger, lines: [] }).visitId;
    expect(failureOf(() => change({ visitId: foreign })).code).toBe('not_found');
    expect(failureOf(() => change({ takenOn: '2026-11-22' })).code).toBe('bad_input');
  });

  it('stands beside another as before and after, while both are there', () => {
    const [beforeId, afterId, file] = [addPhoto(jpegOf({ seed: 1 })), addPhoto(jpegOf({ seed: 2 })), addFile()];
    const pair = (one: AttachmentId, other: AttachmentId) =>
      desk.command(() => attachmentsHandlers['attachments.pair'](desk.context, { customerId, beforeId: one, afterId: other }));
    const { pairId } = pair(beforeId, afterId);
    expect(pair(beforeId, afterId)).toEqual({ pairId });
    expect(list().pairs).toEqual([{ id: pairId, beforeId, afterId }]);
    several('remove', [afterId]);
    expect(list().pairs).toEqual([]);
    several('restore', [afterId]);
    expect(list().pairs).toHaveLength(1);
    expect(desk.command(() => attachmentsHandlers['attachments.unpair'](desk.context, { customerId, pairId }))).toEqual({
      beforeId,
      afterId,
    });
    for (const other of [beforeId, file]) expect(failureOf(() => pair(beforeId, other)).code).toBe('bad_input');
  });

  it('of somebody else is not there', () => {
    const id = addFile();
    customerId = desk.addCustomer();
    expect(list().rows).toEqual([]);
    expect(failureOf(() => several('remove', [id])).code).toBe('not_found');
    expect(failureOf(() => read(toAttachmentId(desk.context.newId()), 'full')).code).toBe('not_found');
  });
});

describe('what is hostile or does not fit is refused, and nothing of it is stored (X25)', () => {
  afterEach(() => {
    expect(blobs()).toEqual([]);
    expect(list()).toMatchObject({ total: 0, usedBytes: 0 });
  });

  it.each([
    ['a program named as a photo', Buffer.from('MZ\u0090\0'), 'a.jpg', 'attachment_type'],
    ['a document named as a photo', pdfOf(), 'a.jpg', 'attachment_type'],
    ['a photo named as a document', jpegOf(), 'a.pdf', 'attachment_type'],
    ['a torn photo', jpegOf().subarray(0, 300), 'a.jpg', 'attachment_damaged'],
    ['a photo that says where it was taken', jpegOf({ extra: exif }), 'a.jpg', 'attachment_damaged'],
    ['a photo that was not shrunk', jpegOf({ width: 8000, height: 6000 }), 'a.jpg', 'attachment_dimensions'],
    ['nothing at all', new Uint8Array(), 'a.txt', 'attachment_type'],
  ] as const)('%s', (_what, bytes, name, code) => {
    expect(failureOf(() => addPhoto(bytes, name)).code).toBe(code);
  });

  it('a photo whose thumbnail is missing, is none, or is as large as a photo', () => {
    expect(failureOf(() => addSent({ uploadId: send(jpegOf()), name: 'a.jpg' })).code).toBe('bad_input');
    expect(failureOf(() => addPhoto(jpegOf(), 'a.jpg', pdfOf())).code).toBe('attachment_damaged');
    expect(failureOf(() => addPhoto(jpegOf(), 'a.jpg', jpegOf())).code).toBe('attachment_dimensions');
  });

  it('a file beyond its limit, as soon as it is beyond', () => {
    expect(failureOf(() => send(pdfOf(1, FILE_BYTES + 1)))).toMatchObject({
      code: 'attachment_too_large',
      details: { limitBytes: FILE_BYTES },
    });
  });

  it('a part that is no base64, out of turn, or of an upload that is gone', () => {
    const uploadId = toUploadId(desk.context.newId());
    const part = (position: number, content: string) =>
      failureOf(() => attachmentsHandlers['attachments.uploadPart'](desk.context, { uploadId, position, content })).code;
    expect(part(0, 'not base64!')).toBe('bad_input');
    expect(part(1, 'AAAA')).toBe('upload_lost');
    const sent = send(pdfOf());
    attachmentsHandlers['attachments.cancelUpload'](desk.context, { uploadId: sent });
    expect(failureOf(() => addSent({ uploadId: sent, name: 'a.pdf' })).code).toBe('upload_lost');
  });

  it('what goes beyond the shop\u2019s quota, thumbnail included', () => {
    desk.settings({ attachmentQuotaMegabytes: 10 });
    const photo = jpegOf({ size: FILE_BYTES - 5 });
    expect(failureOf(() => addPhoto(photo))).toMatchObject({ code: 'attachment_quota', details: { limitBytes: 10_000_000 } });
  });
});

describe('the room that attachments take (X25)', () => {
  it('the same content twice takes its room once, whoever it is of', () => {
    const first = addPhoto();
    const room = list().usedBytes;
    const owner = customerId;
    customerId = desk.addCustomer();
    const second = addPhoto();
    expect(list().usedBytes).toBe(room);
    several('remove', [second]);
    expect(several('purge', [second])).toEqual({ freedBytes: 0 });
    customerId = owner;
    several('remove', [first]);
    expect(several('purge', [first])).toEqual({ freedBytes: room });
  });

  it('is freed when the bin is emptied, not before; what is not in the bin is not purged', () => {
    const id = addFile();
    expect(several('purge', [id])).toEqual({ freedBytes: 0 });
    several('remove', [id]);
    expect(list(true)).toMatchObject({ total: 1, binCount: 1, usedBytes: pdfOf().length });
    expect(several('purge', [id])).toEqual({ freedBytes: pdfOf().length });
    expect(list(true)).toMatchObject({ total: 0, usedBytes: 0 });
  });

  it('is freed by itself when a month in the bin is over', () => {
    several('remove', [addFile()]);
    desk.clock.now = instant(desk.clock.now + (BIN_DAYS + 1) * 86_400_000);
    const other = addFile(pdfOf(2), '新的.pdf');
    expect(list(true).total).toBe(0);
    expect(list()).toMatchObject({ total: 1, rows: [{ id: other }], usedBytes: pdfOf(2).length });
  });

  it('goes with the customer', () => {
    addPhoto();
    addFile();
    plainRun(desk.database, 'DELETE FROM customers WHERE id = @customerId', { customerId });
    expect(blobs()).toEqual([]);
    expect(plainRows(desk.database, 'SELECT bytes FROM attachment_usage')).toEqual([{ bytes: 0 }]);
  });

  it('is the sum of the bytes after any history, and no content is there that nobody shows', () => {
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ do: fc.constant('photo' as const), seed: fc.nat(5), thumb: fc.nat(2), who: fc.nat(2) }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('file' as const), seed: fc.nat(3), who: fc.nat(2) }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), which: fc.nat() }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const), which: fc.nat() }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('purge' as const), which: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('torn' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), who: fc.nat(2) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.nat(40) }) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (history) => {
        desk.close();
        desk = openDesk();
        const people = [desk.addCustomer(), desk.addCustomer(), desk.addCustomer()];
        const added: { owner: number; id: AttachmentId }[] = [];
        for (const one of history) {
          if ('who' in one) customerId = people[one.who] ?? customerId;
          switch (one.do) {
            case 'photo':
              added.push({ owner: one.who, id: addPhoto(jpegOf({ seed: one.seed }), 'a.jpg', thumbnailOf(one.thumb)) });
              break;
            case 'file':
              added.push({ owner: one.who, id: addFile(pdfOf(one.seed)) });
              break;
            case 'torn':
              customerId = people[0] ?? customerId;
              failureOf(() => addPhoto(jpegOf().subarray(0, 200)));
              break;
            case 'erase':
              plainRun(desk.database, 'DELETE FROM customers WHERE id = @customerId', { customerId });
              people[one.who] = desk.addCustomer();
              break;
            case 'wait':
              desk.clock.now = instant(desk.clock.now + one.days * 86_400_000);
              break;
            case 'remove':
            case 'restore':
            case 'purge': {
              const target = added[one.which % Math.max(1, added.length)];
              if (target === undefined) break;
              customerId = people[target.owner] ?? customerId;
              const isThere = [...list().rows, ...list(true).rows].some(({ id }) => id === target.id);
              if (isThere) several(one.do, [target.id]);
              else failureOf(() => several(one.do, [target.id]));
            }
          }
          const shown = plainRows<{ sha256: string }>(
            desk.database,
            `SELECT sha256 FROM attachments UNION SELECT thumbnail_sha256 FROM attachments WHERE thumbnail_sha256 IS NOT NULL ORDER BY 1`,
          );
          expect(blobs().map(({ sha256 }) => sha256)).toEqual(shown.map(({ sha256 }) => sha256));
          expect(plainRows(desk.database, 'SELECT bytes FROM attachment_usage')).toEqual([{ bytes: sum() }]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
