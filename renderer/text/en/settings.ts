import type { settings as chinese } from '../zh-CN/settings.ts';
import type { Translated } from '../translated.ts';

/** Words of the settings area. */
export const settings: Translated<typeof chinese> = {
  title: 'Settings',
};
