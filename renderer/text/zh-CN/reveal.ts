/** Masked numbers, looked at one person at a time. */
export const reveal = {
  open: '查看完整号码',
  hide: '收起号码',
  title: '为什么要看完整号码？',
  reasons: {
    calling_back: '要给顾客回电',
    customer_asked: '顾客本人要求',
    checking_card: '核对会员卡',
    other: '其他原因',
  },
  note: '补充说明（可不填）',
  noteNeeded: '写明原因',
  logged: '会记入操作记录',
  show: '显示 30 秒',
  keyHint: '按 V 显示完整号码',
  inForm: '号码已隐藏，不会被改动。要修改，先点眼睛看完整号码。',
  inExport: '你看不到完整号码，导出的文件里号码也是隐藏的（138****5678）。',
  noCards: '通讯录文件没有号码就没有用：没有查看号码的权限，不能导出 VCF。请店主来导出。',
} as const;
