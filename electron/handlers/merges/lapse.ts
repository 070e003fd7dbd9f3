import { mayUndoMerge } from '../../../shared/domain/merges.ts';
import type { MergeRecord } from '../../store/merges.ts';
import { isClockBehind } from '../clock.ts';
import type { BaseContext } from '../context.ts';

/**
 * Whether a merge's 30 days are over. Not while the clock is behind the last entry, as long as it is not forgotten: the day it would be
 * judged by is wrong (R7).
 */
export const hasLapsed = (context: BaseContext, merge: Pick<MergeRecord, 'forgotten_at' | 'business_date'>): boolean =>
  merge.forgotten_at !== null || (!mayUndoMerge(merge.business_date, context.today()) && !isClockBehind(context));
