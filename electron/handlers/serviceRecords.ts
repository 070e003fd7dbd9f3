import type { HandlersOf } from './context.ts';
import { recordTypes } from './serviceRecords/types.ts';
import { records } from './serviceRecords/records.ts';

/** Types of service record and what was written by them (R067, X24). */
export const serviceRecordsHandlers: HandlersOf<'serviceRecords'> = { ...recordTypes, ...records };
