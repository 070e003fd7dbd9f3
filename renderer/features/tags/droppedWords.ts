import type { TFunction } from 'i18next';

/** Behind what was done: that people with two tags of a group that allows one kept the newer. Nothing when there were none. */
export const droppedWords = (t: TFunction, count: number): string => (count === 0 ? '' : t('tags.done.dropped', { count }));
