import { createInstance, type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { AppError, appErrorCodes } from '../../shared/errors.ts';
import { en } from '../text/en.ts';
import { zhCN } from '../text/zh-CN.ts';
import { errorText } from './errorText.ts';
import { formErrors } from './formErrors.ts';

const wordsIn = async (lng: string): Promise<TFunction> => {
  const words = createInstance();
  return words.init({
    lng,
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
};
let chinese: TFunction;
let english: TFunction;
beforeAll(async () => {
  [chinese, english] = await Promise.all([wordsIn('zh-CN'), wordsIn('en')]);
});

describe('the sentence for a failure', () => {
  it.each(appErrorCodes)('says what happened and what to do now: %s', (code) => {
    for (const t of [chinese, english]) {
      const text = errorText(t, new AppError(code));
      expect(text).not.toContain('errors.');
      expect(text).not.toContain('{{');
      expect(text.length).toBeGreaterThan(8);
    }
  });
  it('says what stands in the way of a change', () => {
    const conflict = (reason: string): string => errorText(chinese, new AppError('conflict', { reason }));
    // A blank is filled from the details; without them it is left out.
    for (const [reason, sentence] of Object.entries(zhCN.errors.reason))
      expect(conflict(reason)).toBe(sentence.replaceAll(/\{\{\w+\}\}/g, ''));
    expect(conflict('something new')).toBe(zhCN.errors.conflict);
  });
  it('names what was refused where no field stands to show it at', () => {
    const refused = (message: string): AppError => new AppError('bad_input', { issues: [{ path: 'businessDate', message }] });
    expect(errorText(chinese, refused('date_in_future'))).toContain(zhCN.errors.issue.date_in_future);
    expect(errorText(english, refused('Invalid input'))).toBe(en.errors.bad_input);
  });
  it('names the place and the figures', () => {
    expect(errorText(chinese, new AppError('file_unterminated_quote', { line: 17 }))).toContain('第 17 行');
    expect(errorText(english, new AppError('not_enough_points', { balance: 5, wanted: 20 }))).toContain('5 there, 20 wanted');
    expect(errorText(chinese, new AppError('file_too_large', { limitRows: 5_000_000 }))).toContain('5000000 行');
    expect(errorText(english, new AppError('file_too_large', { limitBytes: 500_000_000 }))).toContain('500 MB');
  });
  it('tells nothing of what is no AppError', () => {
    expect(errorText(chinese, new Error('/home/someone/secret'))).toBe(zhCN.errors.internal);
  });
});

describe('the fields of a refused form', () => {
  const refused = (issues: unknown): AppError => new AppError('bad_input', { issues });

  it('puts our own codes into words beside their field', () => {
    expect(formErrors(chinese, refused([{ path: ['changes', 'birthday', 'day'], message: 'no_such_day' }]), 'changes.')).toEqual({
      'birthday.day': '没有这一天',
    });
  });
  it("never shows a parser's own English", () => {
    expect(formErrors(chinese, refused([{ path: 'name', message: 'Too small: expected string' }]))).toEqual({
      name: '这里填得不对',
    });
  });
  it('is empty for any other failure', () => {
    expect(formErrors(chinese, new AppError('conflict'))).toEqual({});
    expect(formErrors(chinese, refused('nonsense'))).toEqual({});
  });
});
