/** Words of the visit page. */
export const visits = {
  title: '到店',
} as const;
