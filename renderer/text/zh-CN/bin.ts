/** Removed customers, for 30 days. */
export const bin = {
  title: '回收站',
  about: '删除的顾客在这里放 30 天，随时可以恢复；到期彻底删除。',
  none: { title: '回收站是空的', text: '在顾客卡片上删除的人会放在这里 30 天，可以恢复。' },
  list: '删除的顾客',
  customer: '顾客',
  removed: '删除时间',
  by: '谁删的',
  left: '还剩',
  days_other: '{{count}} 天',
  restore: '恢复',
  restored: '恢复了「{{name}}」',
  purge: '彻底删除',
  ask: '彻底删除「{{name}}」？',
  askText: '这位顾客的资料、{{visits}} 次到店和 {{points}} 积分都会删掉，店里的合计会少掉这 {{spend}}。不能撤销。',
  askMerged_other: '并进来的 {{count}} 张卡也一起删掉，不能再分开。',
  purged: '彻底删除了「{{name}}」',
} as const;
