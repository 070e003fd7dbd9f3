import { z } from 'zod';
import { customerIdText } from '../../app/searchParameters.ts';
import { isLocalDate, localDate } from '../../../shared/types/time.ts';

export const diaryViews = ['staff', 'resources', 'week'] as const;
export type DiaryView = (typeof diaryViews)[number];

/** Which day and columns the diary shows (today by staff when absent), and for whom a booking is begun. */
export const diarySearch = z.object({
  on: z.string().refine(isLocalDate).transform(localDate).optional().catch(undefined),
  view: z.enum(diaryViews).optional().catch(undefined),
  staffId: z.string().optional().catch(undefined),
  customerId: customerIdText.optional().catch(undefined),
});
