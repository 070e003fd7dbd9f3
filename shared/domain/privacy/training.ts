import { addDays } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import type { PrivacyLanguage } from './wording.ts';

// What everybody at the desk has to have read (R193). Whoever changes a sentence counts the version up: then everybody is asked anew.

export const TRAINING_VERSION = 1;

/** Days after which it is to be read again. */
export const TRAINING_DAYS = 365;

export const trainingPoints: readonly Readonly<Record<PrivacyLanguage, string>>[] = [
  {
    'zh-CN': '我只用自己的名字和 PIN 登录，不告诉别人，也不用别人的。',
    en: 'I sign in with my own name and PIN only; I tell it to nobody and use nobody else’s.',
  },
  { 'zh-CN': '离开前台时我先锁屏，哪怕只走开一分钟。', en: 'I lock the screen when I leave the desk, even for a minute.' },
  { 'zh-CN': '我只看眼前工作用得着的顾客资料。', en: 'I look at customers’ details only when the work at hand needs them.' },
  {
    'zh-CN': '顾客的电话、地址和消费，我不抄走、不拍照、不发到自己的手机上。',
    en: 'I do not copy, photograph or send to my own phone any customer’s number, address or purchases.',
  },
  {
    'zh-CN': '我不把一位顾客的事告诉另一位顾客，家人朋友也不说。',
    en: 'I tell nobody about a customer: not another customer, not family, not friends.',
  },
  {
    'zh-CN': '有人来电话问顾客的资料，我不说，转给店长。',
    en: 'When somebody phones to ask about a customer, I say nothing and pass it on to the manager.',
  },
  {
    'zh-CN': '顾客说不要再联系或撤回同意，我当场记下，马上照办。',
    en: 'When a customer asks not to be contacted or takes a consent back, I note it there and then.',
  },
  {
    'zh-CN': '过敏和健康信息只为安全而记，记之前先问过本人。',
    en: 'Allergies and health are noted for safety only, and only after asking the person.',
  },
  {
    'zh-CN': '备份盘和恢复码放在锁好的地方，导出的文件用完就删。',
    en: 'Backup sticks and the recovery code lie locked away; exported files are deleted after use.',
  },
  {
    'zh-CN': '丢了盘、发错了消息、看到可疑的事，我当天告诉店长。',
    en: 'A lost stick, a message to the wrong person, anything odd: I tell the manager the same day.',
  },
];

/** Whether somebody has to read it: never read, another version, or longer ago than a year. */
export const isTrainingDue = (last: { readonly version: number; readonly on: LocalDate } | null, today: LocalDate): boolean =>
  last === null || last.version !== TRAINING_VERSION || addDays(last.on, TRAINING_DAYS) <= today;
