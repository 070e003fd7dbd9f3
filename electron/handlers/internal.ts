import type { ChangedCare } from '../engine/care/judge.ts';
import type { CustomerId, ErasureId } from '../../shared/types/ids.ts';
import type { ExportKind } from '../store/exports.ts';
import type { BegunCareRun, BegunRun, FinishedRun, JudgementBatch } from '../engine/types.ts';
import type { FinishedScan, FoundPair } from '../store/duplicates.ts';
import type { AuditedFact } from './audit/record.ts';
import type { BackupEntry } from './backups/register.ts';
import type { BulkEditCommands } from './bulkEdits/internal.ts';
import type { ImportCommands } from './imports/types.ts';
import type { PointsFileCommands } from './pointsFiles/internal.ts';
import type { StaffCommands } from './staff/internal.ts';

/**
 * Writes that only the engine and the gate itself ask for, by name: no caller of the gate can reach them. Each runs in one transaction on
 * the writer.
 */
export interface InternalCommands extends BulkEditCommands, ImportCommands, PointsFileCommands, StaffCommands {
  /** What the gate or the shell has done, or refused. */
  'audit.record': { input: AuditedFact; output: null };
  /** Where the chain ends; the hash in hexadecimal. */
  'audit.readHead': { input: null; output: { readonly count: number; readonly hash: string } };
  'engine.beginRun': { input: BegunRun; output: null };
  'engine.applyJudgements': { input: JudgementBatch; output: { applied: number } };
  'engine.tidyUp': { input: null; output: { readonly isMore: boolean } };
  'engine.finishRun': { input: FinishedRun; output: { holds: boolean } };
  'care.beginRun': { input: BegunCareRun; output: null };
  'care.applyChecks': { input: { readonly customers: readonly ChangedCare[] }; output: { applied: number } };
  'care.finishRun': { input: FinishedRun; output: null };
  'exports.register': {
    input: { kind: ExportKind; format: string; rows: number; columns: readonly string[]; fileName: string };
    output: null;
  };
  'duplicates.keepPairs': { input: { pairs: readonly FoundPair[] }; output: null };
  'duplicates.finishScan': { input: FinishedScan; output: null };
  'backups.register': { input: BackupEntry; output: null };
  'backups.registerCheck': { input: { readonly problems: readonly string[] }; output: null };
  /** What is noted of the backups outside the store. */
  'backups.remembered': { input: null; output: { readonly storeId: string; readonly folders: readonly string[] } };
  'backups.markRemoved': { input: { ids: readonly string[] }; output: null };
  'privacy.eraseCustomers': { input: { readonly customerIds: readonly CustomerId[] }; output: { readonly id: ErasureId } };
  'privacy.registerFile': {
    input: {
      readonly kind: 'person' | 'statement';
      readonly customerId: CustomerId;
      readonly columns: readonly string[];
      readonly fileName: string;
    };
    output: null;
  };
  'privacy.forgetCache': { input: null; output: null };
  'privacy.forgetBackups': { input: { readonly ids: readonly string[] }; output: null };
}
