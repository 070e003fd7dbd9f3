/** Words of the segments area. */
export const segments = {
  title: '分群',
} as const;
