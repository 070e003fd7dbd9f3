import type { Language } from '../../text/i18n.ts';

/** Between a Chinese character and a figure stands a space ("上次 22 天前"), between two characters none ("上次昨天"). */
export const afterHan = (text: string, language: Language): string =>
  language === 'zh-CN' && /^\d/.test(text) ? ` ${text}` : text;
