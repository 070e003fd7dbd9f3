import { useTranslation } from 'react-i18next';
import type { TaskTemplate } from '../../../shared/contract/taskTemplates.ts';

/** A step of a template in words: when, counted from the first day, and what. */
export const useStepWords = (): ((step: TaskTemplate['steps'][number]) => string) => {
  const { t } = useTranslation();
  return ({ title, afterDays }) =>
    `${afterDays === 0 ? t('tasks.templates.atOnce') : t('tasks.templates.after', { count: afterDays })} ${title}`;
};
