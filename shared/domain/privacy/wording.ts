import type { ConsentPurpose, ConsentWay, SaidState } from './consents.ts';

// What is read out or printed to a customer, in both languages. Whoever changes a sentence of `asks` counts WORDING_VERSION up.

export type PrivacyLanguage = 'zh-CN' | 'en';
type Worded = Readonly<Record<PrivacyLanguage, string>>;

interface PurposeWords {
  readonly name: Worded;
  /** The sentence that a consent is given to. */
  readonly asks: Worded;
}

export const purposeWords: Readonly<Record<ConsentPurpose, PurposeWords>> = {
  records: {
    name: { 'zh-CN': '保存资料', en: 'Keeping records' },
    asks: {
      'zh-CN': '我们把您的资料和消费记录存在店里的电脑上，只用来服务您，不给任何别人。',
      en: 'We keep your details and purchases on the shop’s own PC, to serve you, and give them to nobody else.',
    },
  },
  phone: {
    name: { 'zh-CN': '电话联系', en: 'Offers by phone' },
    asks: { 'zh-CN': '我们可以打电话问候您，告诉您优惠。', en: 'We may phone you to follow up and to tell you of offers.' },
  },
  wechat: {
    name: { 'zh-CN': '微信推送', en: 'Offers by WeChat' },
    asks: { 'zh-CN': '我们可以用微信告诉您优惠。', en: 'We may tell you of offers by WeChat.' },
  },
  sms: {
    name: { 'zh-CN': '短信推送', en: 'Offers by SMS' },
    asks: { 'zh-CN': '我们可以用短信告诉您优惠。', en: 'We may tell you of offers by SMS.' },
  },
  post: {
    name: { 'zh-CN': '邮寄', en: 'Offers by post' },
    asks: { 'zh-CN': '我们可以把贺卡和优惠寄到您的地址。', en: 'We may send cards and offers to your address.' },
  },
  photos: {
    name: { 'zh-CN': '照片', en: 'Photos' },
    asks: {
      'zh-CN': '我们可以拍下服务前后的照片，存在您的卡里。',
      en: 'We may take photos before and after, and keep them on your card.',
    },
  },
  health: {
    name: { 'zh-CN': '健康信息', en: 'Notes on health' },
    asks: {
      'zh-CN': '我们可以记下过敏和禁忌，好让服务不伤着您。',
      en: 'We may note allergies and contraindications, so that nothing we do harms you.',
    },
  },
};

export const wayWords: Readonly<Record<ConsentWay, Worded>> = {
  in_person: { 'zh-CN': '当面', en: 'in person' },
  on_paper: { 'zh-CN': '书面', en: 'on paper' },
  facing_window: { 'zh-CN': '顾客屏', en: 'on the facing screen' },
  message: { 'zh-CN': '消息', en: 'by message' },
  card: { 'zh-CN': '在资料里填写', en: 'entered on the card' },
  import: { 'zh-CN': '导入', en: 'imported' },
};

export const stateWords: Readonly<Record<SaidState, Worded>> = {
  given: { 'zh-CN': '已同意', en: 'given' },
  withdrawn: { 'zh-CN': '已撤回', en: 'withdrawn' },
  declined: { 'zh-CN': '不要', en: 'declined' },
};
