/** Words of today's list. */
export const callbacks = {
  title: '今日',
} as const;
