/** Words of the customers area. */
export const customers = {
  title: '顾客',
} as const;
