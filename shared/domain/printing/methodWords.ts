import type { PaymentMethod } from '../orders/money.ts';

/** How money came, as paper says it. */
export const methodWords: Readonly<Record<'zh-CN' | 'en', Readonly<Record<PaymentMethod, string>>>> = {
  'zh-CN': { cash: '现金', card: '刷卡', wechat: '微信', alipay: '支付宝', transfer: '转账', other: '其他' },
  en: { cash: 'cash', card: 'card', wechat: 'WeChat', alipay: 'Alipay', transfer: 'transfer', other: 'other' },
};
