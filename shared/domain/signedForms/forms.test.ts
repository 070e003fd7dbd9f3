import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../types/time.ts';
import { fittedAnswers } from './answers.ts';
import type { FormQuestion } from './answers.ts';
import { presetForms } from './presets.ts';
import { formStateOn, formStates, formValidUntil, needsGuardian } from './state.ts';
import { isSignature, strokesPath } from './strokes.ts';

const questions: FormQuestion[] = [
  { key: 'a', kind: 'yes_no', question: '过敏吗？', options: [], isRequired: true },
  { key: 'b', kind: 'choice', question: '肤质', options: ['干', '油'], isRequired: false },
  { key: 'c', kind: 'text', question: '还有什么？', options: [], isRequired: false },
];

describe('answers of a form (X27)', () => {
  test('stand in the order of the questions, blank ones as none; what nobody asks is refused', () => {
    const fitted = fittedAnswers(
      questions,
      [
        { key: 'c', answer: '  怕痒 ' },
        { key: 'a', answer: 'yes' },
      ],
      false,
    );
    expect(fitted.problem === null ? fitted.answers.map(({ answer }) => answer) : fitted).toEqual(['yes', null, '怕痒']);
    expect(fittedAnswers(questions, [{ key: 'z', answer: 'yes' }], false)).toEqual({
      problem: { key: 'z', issue: 'field_not_of_type' },
    });
    expect(fittedAnswers(questions, [], false)).toEqual({ problem: { key: 'a', issue: 'answer_needed' } });
    expect(fittedAnswers(questions, [], true).problem).toBeNull();
    expect(fittedAnswers(questions, [{ key: 'b', answer: '混' }], true)).toEqual({
      problem: { key: 'b', issue: 'unknown_option' },
    });
  });
});

describe('how long a signature holds (X27)', () => {
  test('through the same day so many months later, the last of a shorter month', () => {
    expect(formValidUntil(localDate('2026-08-31'), 6)).toBe('2027-02-28');
    expect(formValidUntil(localDate('2026-11-21'), null)).toBeNull();
  });
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => localDate(date.toISOString().slice(0, 10)));
  property.prop([day, day, fc.boolean(), fc.boolean()])(
    'a form is in one state at a time, and never better later on',
    (until, today, isVoided, isSuperseded) => {
      const standing = { validUntil: until, isVoided, isSuperseded };
      const state = formStateOn(standing, today);
      expect(formStates).toContain(state);
      if (isVoided || isSuperseded) expect(state).toBe(isVoided ? 'voided' : 'superseded');
      else expect(state === 'expired').toBe(until < today);
    },
  );
  test('whoever is known to be under 18 needs a guardian', () => {
    expect([17, 18, null].map(needsGuardian)).toEqual([true, false, false]);
  });
});

describe('a drawn signature (X27)', () => {
  test('is more than a touch, and is drawn as a path', () => {
    expect(isSignature([])).toBe(false);
    expect(
      isSignature([
        [1, 1],
        [2, 2],
      ]),
    ).toBe(false);
    expect(
      isSignature([
        [1, 1, 2, 2, 3, 3],
        [4, 4, 5, 5, 6, 6],
      ]),
    ).toBe(true);
    expect(
      strokesPath([
        [1, 2, 3, 4],
        [5, 6],
      ]),
    ).toBe('M1 2L3 4M5 6l0.1 0');
  });
});

test('the forms every shop starts with are the same in both languages but for the words (X27)', () => {
  const shape = (language: 'zh-CN' | 'en') =>
    presetForms(language).map(({ id, validMonths, isPrivate, questions: asked }) => ({
      id,
      validMonths,
      isPrivate,
      asked: asked.map(({ key, kind, isRequired, options }) => ({ key, kind, isRequired, options: options.length })),
    }));
  expect(shape('zh-CN')).toEqual(shape('en'));
  const english = presetForms('en').flatMap(({ name, text, questions: asked }) => [
    name,
    text,
    ...asked.map(({ question }) => question),
  ]);
  expect(english.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
});
