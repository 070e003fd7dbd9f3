/** Words of what customers look at and want. */
export const interests = {
  kinds: { viewed: '看过', tried: '试过', asked: '问过', wanted: '想要' },
  states: { open: '待办', fulfilled: '已满足', closed: '不要了' },
  wantedBy: '{{on}} 前要',
  point: '{{label}}：{{value}}',
} as const;
