import type { LocalDate } from '../../types/time.ts';
import { escapeMarkup } from '../escapeMarkup.ts';
import { certificateNumber } from '../referrals/advocates.ts';
import type { AdvocateKind } from '../referrals/advocates.ts';

export interface Certificate {
  readonly language: 'zh-CN' | 'en';
  readonly shopName: string;
  readonly kind: AdvocateKind;
  /** What the shop calls it. */
  readonly title: string;
  readonly name: string;
  readonly number: number;
  readonly sinceOn: LocalDate;
}

const STYLE = `@page{size:A4;margin:15mm}
*{box-sizing:border-box}
body{font-family:"Songti SC","SimSun","Noto Serif CJK SC",serif;color:#1a1a1a;margin:0}
main{border:1.2mm double #8a6d3b;max-width:180mm;min-height:240mm;margin:0 auto;padding:28mm 20mm;text-align:center;display:flex;flex-direction:column}
h1{font-size:40pt;letter-spacing:.2em;margin:0 0 18mm;color:#6b4f1d;font-weight:600;overflow-wrap:anywhere}
.name{font-size:30pt;margin:0 0 10mm;overflow-wrap:anywhere}p{font-size:15pt;line-height:2;margin:0}
footer{margin-top:auto;font-size:13pt;line-height:1.8;text-align:right}`;

const words = {
  'zh-CN': {
    body: { advocate: '感谢您喜欢本店，也把本店说给朋友听。', tester: '特邀您抢先试用本店的新品，说说您的想法。' },
    thanks: '特发此证，以表谢意。',
    number: (number: string) => `编号 ${number}`,
  },
  en: {
    body: {
      advocate: 'With thanks for liking us and telling your friends.',
      tester: 'You are invited to try what is new before anybody else, and to tell us what you think.',
    },
    thanks: 'Given with our thanks.',
    number: (number: string) => `No. ${number}`,
  },
} as const;

/** A certificate on a page of its own, without scripts and without anything from elsewhere (R094). */
export const certificatePage = ({
  language,
  shopName,
  kind,
  title,
  name,
  number,
  sinceOn,
}: Certificate): { readonly html: string; readonly name: string } => {
  const text = words[language];
  const heading = escapeMarkup(title);
  const shop = shopName === '' ? '' : `${escapeMarkup(shopName)}<br>`;
  return {
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${heading}</title><style>${STYLE}</style></head><body><main><h1>${heading}</h1><p class="name">${escapeMarkup(name)}</p><p>${text.body[kind]}</p><p>${text.thanks}</p><footer>${shop}<time>${sinceOn}</time><br>${text.number(certificateNumber(number))}</footer></main></body></html>`,
    name: `${title} ${name}`,
  };
};
