import type { z } from 'zod';
import { backupContentSchema } from '../../../shared/contract/backups.ts';

/** What a backup's header says about its content, for whoever has the key. */
export const backupInfoSchema = backupContentSchema;
export type BackupInfo = z.output<typeof backupInfoSchema>;
