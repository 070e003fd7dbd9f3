import { escapeMarkup } from '../../../shared/domain/escapeMarkup.ts';
import type { FormAnswer, FormQuestion } from '../../../shared/domain/signedForms/answers.ts';
import type { PresetLanguage } from '../../../shared/domain/signedForms/presets.ts';
import { SIGNATURE_HEIGHT, SIGNATURE_WIDTH, strokesPath } from '../../../shared/domain/signedForms/strokes.ts';
import type { Stroke } from '../../../shared/domain/signedForms/strokes.ts';
import type { LocalDate } from '../../../shared/types/time.ts';

// A form as a page to print: blank, to be filled in and signed by hand, or as it was signed. Without scripts and anything from elsewhere.

interface BlankForm {
  readonly name: string;
  readonly text: string;
  readonly version: number;
  readonly questions: readonly FormQuestion[];
}
interface FilledForm {
  readonly name: string;
  readonly text: string;
  readonly version: number;
  readonly answers: readonly FormAnswer[];
  readonly strokes: readonly Stroke[];
  readonly way: 'drawn' | 'typed' | 'paper';
  readonly signer: string;
  readonly isGuardian: boolean;
  readonly signedOn: LocalDate;
  readonly validUntil: LocalDate | null;
}
interface FormPage {
  readonly language: PresetLanguage;
  readonly shopName: string;
  readonly today: LocalDate;
  /** Null leaves a line to write the name on. */
  readonly customerName: string | null;
  readonly form: BlankForm | FilledForm;
}

const STYLE = `@page{size:A4;margin:18mm 17mm}
*{box-sizing:border-box}
body{font:11pt/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1a1a1a;max-width:176mm;margin:0 auto;padding:8mm 0}
h1{font-size:18pt;margin:0 0 1mm}.lead{color:#444;margin:0 0 5mm}.text{white-space:pre-line;margin:0 0 5mm}
ol{margin:0 0 5mm;padding-left:6mm}li{margin:0 0 3mm;break-inside:avoid}
.answer{font-weight:600}.box{display:inline-block;width:3.6mm;height:3.6mm;border:.3mm solid #333;margin:0 1.5mm 0 4mm;vertical-align:-.4mm}
.line{display:block;border-bottom:.25mm solid #555;height:8mm}
.sign{display:flex;gap:10mm;align-items:flex-end;break-inside:avoid;margin-top:8mm}.sign>div{flex:1}
.sign svg{display:block;width:70mm;border-bottom:.25mm solid #555}.small{color:#444;font-size:9.5pt}
@media print{body{padding:0}}`;

const say = ({ language }: FormPage, chinese: string, english: string): string => (language === 'en' ? english : chinese);

const box = (label: string): string => `<span class="box"></span>${escapeMarkup(label)}`;

const blankQuestion = (page: FormPage, { kind, question, options }: FormQuestion): string => {
  const said = `<li>${escapeMarkup(question)}`;
  if (kind === 'yes_no') return `${said} ${box(say(page, '是', 'Yes'))}${box(say(page, '否', 'No'))}</li>`;
  return kind === 'choice' ? `${said}<br>${options.map(box).join('')}</li>` : `${said}<span class="line"></span></li>`;
};

const answerWords = (page: FormPage, { kind, answer }: FormAnswer): string => {
  if (answer === null) return say(page, '没有答', 'no answer');
  if (kind !== 'yes_no') return answer;
  return answer === 'yes' ? say(page, '是', 'Yes') : say(page, '否', 'No');
};

const signatureOf = (page: FormPage, form: FilledForm): string => {
  const whose = form.isGuardian ? say(page, `监护人 ${form.signer}`, `${form.signer}, guardian`) : form.signer;
  const drawn = `<svg viewBox="0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}" role="img"><path d="${strokesPath(form.strokes)}" fill="none" stroke="#111" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  const how = {
    drawn: say(page, '在屏幕上签名', 'signed on the screen'),
    typed: say(page, '在屏幕上输入姓名签署', 'signed by typing the name'),
    paper: say(page, '在纸上签署', 'signed on paper'),
  }[form.way];
  const until = form.validUntil === null ? '' : say(page, ` · 有效至 ${form.validUntil}`, ` · valid until ${form.validUntil}`);
  return `<div class="sign"><div>${form.way === 'drawn' ? drawn : ''}<b>${escapeMarkup(whose)}</b><br><span class="small">${escapeMarkup(`${how} · ${form.signedOn}${until}`)}</span></div></div>`;
};

const blankSignature = (page: FormPage): string =>
  `<div class="sign">${[
    say(page, '签名（未成年人由监护人签）', 'Signature (a guardian signs for a minor)'),
    say(page, '姓名', 'Name in capitals'),
    say(page, '日期', 'Date'),
  ]
    .map((label) => `<div><span class="line"></span><span class="small">${escapeMarkup(label)}</span></div>`)
    .join('')}</div>`;

/** The page as HTML: every text escaped, nothing in it that could run. */
export const formPage = (page: FormPage): string => {
  const { form, language, shopName, customerName } = page;
  const isBlank = 'questions' in form;
  const who = customerName ?? '________________';
  const lead = [
    ...(shopName === '' ? [] : [shopName]),
    say(page, `顾客：${who}`, `Customer: ${who}`),
    say(page, `第 ${form.version} 版`, `version ${form.version}`),
  ].join(' · ');
  const questions = isBlank
    ? form.questions.map((question) => blankQuestion(page, question))
    : form.answers.map(
        (answer) =>
          `<li>${escapeMarkup(answer.question)}<br><span class="answer">${escapeMarkup(answerWords(page, answer))}</span></li>`,
      );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeMarkup(form.name)}</title><style>${STYLE}</style></head><body><h1>${escapeMarkup(form.name)}</h1><p class="lead">${escapeMarkup(lead)}</p><p class="text">${escapeMarkup(form.text)}</p>${questions.length === 0 ? '' : `<ol>${questions.join('')}</ol>`}${isBlank ? blankSignature(page) : signatureOf(page, form)}</body></html>`;
};
