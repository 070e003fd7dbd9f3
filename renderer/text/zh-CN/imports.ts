/** Words of the imports area. */
export const imports = {
  title: '导入',
} as const;
