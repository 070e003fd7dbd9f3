import type { ChangedCare } from '../engine/care/judge.ts';
import type { ExportKind } from '../store/exports.ts';
import type { BegunRun, FinishedRun, JudgementBatch } from '../engine/types.ts';
import type { Crowds } from '../../shared/contract/care.ts';
import type { FinishedScan, FoundPair } from '../store/duplicates.ts';
import type { BulkEditCommands } from './bulkEdits/internal.ts';
import type { ImportCommit, ImportCommitted } from './imports/types.ts';

/**
 * Writes that only the engine asks for, by name: the gate cannot reach them. Each runs in one transaction on the writer.
 */
export interface InternalCommands extends BulkEditCommands {
  'engine.beginRun': { input: BegunRun; output: null };
  'engine.applyJudgements': { input: JudgementBatch; output: { applied: number } };
  'engine.tidyUp': { input: null; output: { readonly isMore: boolean } };
  'engine.finishRun': { input: FinishedRun; output: { holds: boolean } };
  'care.beginRun': { input: Crowds; output: null };
  'care.applyChecks': { input: { readonly customers: readonly ChangedCare[] }; output: { applied: number } };
  'care.finishRun': { input: FinishedRun; output: null };
  'imports.commit': { input: ImportCommit; output: ImportCommitted };
  'exports.register': {
    input: { kind: ExportKind; format: string; rows: number; columns: readonly string[]; fileName: string };
    output: null;
  };
  'duplicates.keepPairs': { input: { pairs: readonly FoundPair[] }; output: null };
  'duplicates.finishScan': { input: FinishedScan; output: null };
  'backups.register': { input: { file: string; folder: string; bytes: number; sha256: string }; output: null };
}
