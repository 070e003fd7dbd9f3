import type { z } from 'zod';
import type { OutputOf } from '../../../shared/contract.ts';
import type {
  importChoicesSchema,
  importCountsSchema,
  importFindingsSchema,
  rejectedRowSchema,
} from '../../../shared/contract/imports.ts';
import type { ImportForm, Mapping } from '../../../shared/domain/imports/fields.ts';

export type ImportCounts = z.output<typeof importCountsSchema>;
export type RejectedRow = z.output<typeof rejectedRowSchema>;
export type RejectedFileRow = OutputOf<'imports.previewRejected'>['rows'][number];
export type ImportFindings = z.output<typeof importFindingsSchema>;
export type ImportChoices = z.output<typeof importChoicesSchema>;
export type PreviewRow = OutputOf<'imports.preview'>['sample'][number];

/** A parsed import lies in a scratch database; the writer takes it over in one transaction. */
export interface ImportCommit {
  readonly scratchPath: string;
  readonly importId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly form: ImportForm;
  readonly mapping: Mapping;
  readonly columns: readonly string[];
  /** Under which the mapping and the choices are kept; null keeps them not. */
  readonly signature: string | null;
  readonly choices: ImportChoices;
  readonly counts: ImportCounts;
  /** The person said so: the same file may come in once more. */
  readonly again: boolean;
}
export interface ImportCommitted {
  readonly importId: string;
}
