import type { z } from 'zod';
import type { OutputOf } from '../../../shared/contract.ts';
import type {
  importChoicesSchema,
  importCountsSchema,
  importFindingsSchema,
  rejectedRowSchema,
} from '../../../shared/contract/imports.ts';
import type { ImportForm, Mapping } from '../../../shared/domain/imports/fields.ts';
import type { CustomerId, ImportId } from '../../../shared/types/ids.ts';
import type { Timed } from '../pace.ts';

export type ImportCounts = z.output<typeof importCountsSchema>;
export type RejectedRow = z.output<typeof rejectedRowSchema>;
export type RejectedFileRow = OutputOf<'imports.previewRejected'>['rows'][number];
export type ImportFindings = z.output<typeof importFindingsSchema>;
export type ImportChoices = z.output<typeof importChoicesSchema>;
export type PreviewRow = OutputOf<'imports.preview'>['sample'][number];

/** A parsed import: its rows lie in a scratch database, from which the writer takes them over part by part. */
export interface ImportOfFile {
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
  /** The highest plain number its people get. */
  readonly highestNumber: number | null;
  /** The person said so: the same file may come in once more. */
  readonly again: boolean;
}

/** A part of it: the places after one, up to another. */
export interface ImportPart {
  readonly importId: string;
  readonly scratchPath: string;
  readonly part: 'rejectedRows' | 'people' | 'referrers';
  readonly after: number;
  readonly upTo: number;
}

/** What an undo has done to some people, or to all of them. */
export interface TakenBack {
  readonly customersRemoved: number;
  readonly customersKept: number;
  readonly visitsRemoved: number;
  /** Values that stay because somebody has changed them since. */
  readonly valuesKept: number;
}

/** What the studies of an import and of its undo ask of the writer, each in one short transaction. */
export interface ImportCommands {
  'imports.begin': { input: ImportOfFile; output: null };
  'imports.takeOver': { input: ImportPart; output: Timed };
  'imports.finish': { input: ImportOfFile; output: null };
  'imports.beginUndo': { input: { readonly importId: ImportId }; output: null };
  'imports.takeBack': {
    input: { readonly importId: ImportId; readonly customerIds: readonly CustomerId[] };
    output: { readonly taken: TakenBack } & Timed;
  };
  'imports.dropRejected': {
    input: { readonly importId: ImportId; readonly limit: number };
    output: { readonly isMore: boolean } & Timed;
  };
  'imports.finishUndo': {
    input: { readonly importId: ImportId; readonly taken: TakenBack };
    output: { readonly isDone: boolean };
  };
}
