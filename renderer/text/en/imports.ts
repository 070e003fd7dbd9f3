import type { imports as chinese } from '../zh-CN/imports.ts';
import type { Translated } from '../translated.ts';

/** Words of the imports area. */
export const imports: Translated<typeof chinese> = {
  title: 'Import',
};
