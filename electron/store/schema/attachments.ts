import type { Consent } from '../../../shared/domain/attachments/consent.ts';
import type { MediaType } from '../../../shared/domain/attachments/mediaType.ts';
import type { AttachmentId, AttachmentPairId, CustomerId, StaffId, ThingId, VisitId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface AttachmentBlobsTable {
  sha256: string;
  bytes: number;
  content: Uint8Array;
}
interface AttachmentsTable {
  id: AttachmentId;
  customer_id: CustomerId;
  visit_id: VisitId | null;
  thing_id: ThingId | null;
  name: string;
  media_type: MediaType;
  sha256: string;
  thumbnail_sha256: string | null;
  width: number | null;
  height: number | null;
  taken_on: LocalDate;
  /** Null for what is no photo. */
  consent: Consent | null;
  note: string | null;
  staff_id: StaffId | null;
  created_at: Instant;
  removed_at: Instant | null;
}
interface AttachmentPairsTable {
  id: AttachmentPairId;
  customer_id: CustomerId;
  before_id: AttachmentId;
  after_id: AttachmentId;
  created_at: Instant;
}
interface AttachmentUsageTable {
  id: number;
  bytes: number;
}

/** Photos and files, and their bytes (X25). */
export interface AttachmentTables {
  attachment_blobs: AttachmentBlobsTable;
  attachments: AttachmentsTable;
  attachment_pairs: AttachmentPairsTable;
  attachment_usage: AttachmentUsageTable;
}
