/** Words of the backups area. */
export const backups = {
  title: '备份',
  about: '把整间店的资料拷到 U 盘，带回家。每一份都重新打开、核对、数过，才算数。',
  last: { never: '还没有备份过。今天就做一份。', at: '上一份：' },
  make: {
    title: '现在备份',
    about: '选一个 U 盘或文件夹；做的时候照常开单。',
    choose: '选 U 盘或文件夹',
    working: '正在备份并核对…',
    cancelled: '已停下，没有留下半份备份；以前的备份都在。',
  },
  proven: {
    title: '备份好了，已核对：{{file}}',
    counts: '顾客 {{customers}} 位 · 到店 {{visits}} 次 · 积分余额 {{points}} · {{size}}',
    pull: '可以安全拔出 U 盘了。',
  },
  restore: {
    title: '从备份恢复',
    about: '先看看备份里有什么，再决定。现在的资料会原样留在旁边。',
  },
} as const;
