/** Words of served things and of what runs out. */
export const things = {
  because: { died: '过世', sold: '卖了', broken: '坏了', lost: '丢了', other: '其他' },
  events: {
    added: '加上{{thing}}',
    edited: '改动{{thing}}',
    retired: '{{thing}}不再服务：{{because}}',
    revived: '{{thing}}恢复服务',
    removed: '删除{{thing}}',
    restored: '恢复{{thing}}',
    given: '{{thing}}转给 {{other}}',
    received: '{{thing}}从 {{other}} 转来',
    fact_added: '{{fact}}到 {{on}}',
    fact_edited: '改{{fact}}：到 {{on}}',
    fact_renewed: '{{fact}}续到 {{on}}',
    fact_renewal_undone: '撤销续期，{{fact}}仍到 {{on}}',
    fact_removed: '不再记{{fact}}',
    fact_restored: '恢复{{fact}}，到 {{on}}',
  },
} as const;
