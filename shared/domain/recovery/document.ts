import type { LocalDate } from '../../types/time.ts';
import { escapeMarkup } from '../escapeMarkup.ts';
import { recoveryQr } from './qr.ts';
import { recoveryText } from './text.ts';

export interface RecoverySheetContent {
  /** Empty when the shop has no name yet. */
  readonly shopName: string;
  readonly madeOn: LocalDate;
  readonly words: { readonly chinese: readonly string[]; readonly english: readonly string[] };
  readonly language: 'zh-CN' | 'en';
}

const style = `@page{size:A4;margin:14mm 16mm}html,body{margin:0;padding:0;color:#000;background:#fff}
html[lang=en]{font-variant-east-asian:proportional-width}body{font:11pt/1.45 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
header{display:flex;justify-content:space-between;align-items:baseline;border-bottom:.4mm solid #000;padding-bottom:2mm}
h1{font-size:20pt;margin:0}h2{font-size:12.5pt;margin:4.5mm 0 1.5mm}p{margin:0 0 1.5mm}.small{font-size:9.5pt;color:#333}
.warning{border:.4mm solid #000;border-radius:1.5mm;padding:2.5mm 3.5mm;margin:4mm 0 0}
ol,ul{margin:0;padding-left:6.5mm}li{margin:0 0 .8mm}
.code{display:flex;gap:6mm;align-items:flex-start}.code>div{flex:1}
.words{display:grid;grid-template-columns:repeat(4,1fr);gap:1.8mm;margin:0;padding:0;list-style:none}
.words li{border:.25mm solid #555;border-radius:1.2mm;padding:1mm 2mm;margin:0;white-space:nowrap;font-size:12pt;font-weight:700}
.words.zh-CN{grid-template-columns:repeat(6,1fr)}.words.zh-CN li{font-size:19pt;line-height:1.25}
.words b{font-size:8pt;font-weight:400;color:#333;margin-right:1.5mm}
.other{margin-top:3mm}figure{margin:0;width:48mm}figure svg{display:block;width:48mm;height:48mm}figcaption{font-size:8.5pt;line-height:1.3}`;

const steps = (texts: readonly string[]): string =>
  texts.length === 1
    ? `<p>${escapeMarkup(texts[0] ?? '')}</p>`
    : `<ol>${texts.map((text) => `<li>${escapeMarkup(text)}</li>`).join('')}</ol>`;

/**
 * The sheet that opens the records on any computer (R191): what to do, the code as words and as a QR code, the shop and the day. One page
 * of A4, nothing that could run, and nothing about any customer.
 */
export const recoveryDocument = ({ shopName, madeOn, words, language }: RecoverySheetContent): string => {
  const text = recoveryText[language];
  const qr = recoveryQr(words.english);
  const [own, other] = language === 'en' ? [words.english, words.chinese] : [words.chinese, words.english];
  const heading = escapeMarkup(shopName.trim() === '' ? text.shopWithoutName : shopName);
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${text.title}</title><style>${style}</style>
<header><h1>${text.title} · ${heading}</h1><span>${text.madeOn} ${madeOn}</span></header>
<p class="warning">${text.warning}</p>
<h2>${text.newPc}</h2>${steps(text.newPcSteps)}
<h2>${text.words}</h2><div class="code"><div><p class="small">${text.wordsAbout}</p>
<ol class="words ${language}">${own.map((word, at) => `<li><b>${at + 1}</b>${escapeMarkup(word)}</li>`).join('')}</ol>
<p class="small other">${text.otherWords}</p><p>${other.map((word, at) => `<b class="small">${at + 1}</b> ${escapeMarkup(word)}`).join('&ensp; ')}</p></div>
<figure><svg viewBox="0 0 ${qr.size} ${qr.size}" xmlns="http://www.w3.org/2000/svg"><path d="${qr.path}" fill="#000" fill-rule="evenodd"/></svg>
<figcaption>${text.qr}</figcaption></figure></div>
<h2>${text.samePc}</h2>${steps(text.samePcSteps)}
<h2>${text.lost}</h2>${steps(text.lostSteps)}</html>`;
};
