/** Words of what goes to paper. */
export const printing = {
  print: '打印',
  savePdf: '存成 PDF',
  outcome: {
    printed: '已送去打印',
    saved: '已存为 {{file}}',
    no_printer: '没有找到打印机。接好、装好驱动后再打，或者存成 PDF。',
    failed: '打印机没有接受。看看有没有纸、是否开着，再打一次，或者存成 PDF。',
  },
  statement: {
    open: '打印对账单…',
    title: '打印对账单',
    about: '这位顾客在这段时间买了什么、一共多少。',
    from: '从',
    to: '到',
  },
  settings: {
    title: '小票',
    paper: '小票纸宽',
    atOnce: '每记一次到店就打小票，不再问',
    footer: '小票末尾印什么',
    footerHint: '地址、电话、谢谢光临',
  },
} as const;
