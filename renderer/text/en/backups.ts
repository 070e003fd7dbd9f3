import type { backups as chinese } from '../zh-CN/backups.ts';
import type { Translated } from '../translated.ts';

/** Words of the backups area. */
export const backups: Translated<typeof chinese> = {
  title: 'Backups',
};
