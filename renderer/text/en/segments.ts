import type { segments as chinese } from '../zh-CN/segments.ts';
import type { Translated } from '../translated.ts';

/** Words of the segments area. */
export const segments: Translated<typeof chinese> = {
  title: 'Segments',
};
