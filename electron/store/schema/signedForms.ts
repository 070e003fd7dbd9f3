import type { CustomerId, FormTemplateId, SignedFormId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface FormTemplatesTable {
  id: FormTemplateId;
  name: string;
  position: number;
  text: string;
  /** JSON array of the questions (FormQuestion). */
  questions: string;
  valid_months: number | null;
  is_private: 0 | 1;
  version: number;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}

/** A trigger refuses every change but of `customer_id` and `voided_at`. */
interface SignedFormsTable {
  id: SignedFormId;
  customer_id: CustomerId;
  template_id: FormTemplateId;
  version: number;
  name: string;
  text: string;
  /** JSON array of the questions with their answers (FormAnswer). */
  answers: string;
  way: 'drawn' | 'typed' | 'paper';
  /** JSON array of strokes, empty unless drawn. */
  strokes: string;
  signer: string;
  is_guardian: 0 | 1;
  at: Instant;
  signed_on: LocalDate;
  valid_until: LocalDate | null;
  staff_id: StaffId | null;
  created_at: Instant;
  voided_at: Instant | null;
}

export interface SignedFormsTables {
  form_templates: FormTemplatesTable;
  signed_forms: SignedFormsTable;
}
