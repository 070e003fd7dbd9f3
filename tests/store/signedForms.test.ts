import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { signedFormQueries } from '../../electron/store/signedForms.ts';
import { permissions } from '../../shared/contract/operation.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId, FormTemplateId } from '../../shared/types/ids.ts';
import { instant, localDate } from '../../shared/types/time.ts';
import { failureOf } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { formsAt } from '../helpers/signedForms.ts';

let desk: MergeDesk;
let forms: ReturnType<typeof formsAt>;
let customerId: CustomerId;
beforeEach(() => {
  desk = openMergeDesk();
  forms = formsAt(desk);
  customerId = desk.create({ name: '王芳' });
});
afterEach(() => {
  desk.close();
});
/** What must be there. */
const found = <Value>(value: Value | null | undefined): Value => value ?? expect.fail('nothing there');
const later = (): void => {
  desk.clock.now = instant(desk.clock.now + 60_000);
};
const named = (name: string): FormTemplateId =>
  forms.templates().find((template) => template.name === name)?.id ?? expect.fail(`no form ${name}`);
const drawn = [
  [10, 10, 60, 80, 120, 40, 180, 90],
  [200, 100, 260, 30, 300, 90],
];
const answers = ['allergy', 'scalp', 'pregnant'].map((key) => ({ key, answer: 'no' }));
const signing = (more: Partial<CallInput<'signedForms.sign'>> = {}): CallInput<'signedForms.sign'> => ({
  customerId,
  templateId: more.templateId ?? named('染烫知情同意书'),
  version: 1,
  answers,
  way: 'drawn',
  strokes: drawn,
  signer: '王芳',
  ...more,
});
const issuesOf = (input: CallInput<'signedForms.sign'>): unknown => failureOf(() => forms.sign(input)).details;

describe('a form is filled in and signed on the screen (X27)', () => {
  test('it keeps the words, the answers and the signature of that day, whatever becomes of the form; the timeline tells of it', () => {
    const { formId } = forms.sign(signing());
    const templateId = named('染烫知情同意书');
    const template = found(forms.templates()[0]);
    expect(template).toMatchObject({ id: templateId, isOwn: true, hasSigned: true });
    forms.saveTemplate({ templateId, name: '染发同意书', text: '新的话。', questions: [], validMonths: 1 });
    const signed = forms.find({ customerId, formId });
    expect(signed).toMatchObject({
      name: '染烫知情同意书',
      version: 1,
      text: template.text,
      strokes: drawn,
      way: 'drawn',
      signer: '王芳',
      signedOn: '2026-11-21',
      validUntil: '2027-11-21',
      state: 'valid',
    });
    expect(signed.answers.map(({ answer }) => answer)).toEqual(['no', 'no', 'no', null]);
    expect(forms.templates()[0]).toMatchObject({ name: '染发同意书', version: 2 });
    expect(desk.timeline({ customerId, kinds: ['change'] }).entries[0]?.change?.fields).toEqual(['signedForms']);
    // What was read is what is signed: another version by now is refused.
    expect(issuesOf(signing({ templateId: named('染发同意书') }))).toEqual({ reason: 'form_changed' });
  });

  test('nobody changes it, not even with SQL; signing again supersedes it, voiding the later one brings it back', () => {
    const { formId } = forms.sign(signing());
    expect(() => plainRun(desk.database, `UPDATE signed_forms SET text = '别的'`)).toThrow(/stays as it was signed/);
    later();
    const { formId: second } = forms.sign(signing());
    const states = () => forms.list(customerId).rows.map(({ id, state }) => [id, state]);
    expect(states()).toEqual([
      [second, 'valid'],
      [formId, 'superseded'],
    ]);
    forms.void({ customerId, formId: second });
    expect(states()).toEqual([
      [second, 'voided'],
      [formId, 'valid'],
    ]);
    expect(failureOf(() => forms.void({ customerId, formId: second })).code).toBe('already_undone');
    forms.restore({ customerId, formId: second });
    expect(states()[0]).toEqual([second, 'valid']);
  });

  test('without a signature, an answer that must be given, or with an option nobody offered, nothing is signed', () => {
    expect(issuesOf(signing({ strokes: [] }))).toEqual({ issues: [{ path: 'strokes', message: 'signature_needed' }] });
    expect(issuesOf(signing({ strokes: [[1, 1]] }))).toEqual({ issues: [{ path: 'strokes', message: 'signature_needed' }] });
    expect(issuesOf(signing({ way: 'typed' }))).toEqual({ issues: [{ path: 'strokes', message: 'signature_needed' }] });
    expect(issuesOf(signing({ answers: answers.slice(1) }))).toEqual({
      issues: [{ path: 'answers.allergy', message: 'answer_needed' }],
    });
    const odd = [{ key: 'allergy', answer: '也许' }, ...answers.slice(1)];
    expect(issuesOf(signing({ answers: odd }))).toEqual({ issues: [{ path: 'answers.allergy', message: 'unknown_option' }] });
    expect(forms.list(customerId).total).toBe(0);
    // Typing the name is the way of whoever cannot draw; on paper the answers stand on the paper.
    forms.sign(signing({ way: 'typed', strokes: [] }));
    forms.sign(signing({ way: 'paper', strokes: [], answers: [], on: '2026-11-01' }));
    expect(forms.list(customerId).rows.map(({ way, signedOn }) => [way, signedOn])).toEqual([
      ['typed', '2026-11-21'],
      ['paper', '2026-11-01'],
    ]);
  });

  test('for somebody known to be under 18 a guardian signs', () => {
    const child = desk.create({ name: '朵朵', birthday: { calendar: 'solar', year: 2012, month: 5, day: 1 } });
    expect(forms.due(child).needsGuardian).toBe(true);
    expect(forms.due(customerId).needsGuardian).toBe(false);
    expect(issuesOf(signing({ customerId: child }))).toEqual({ issues: [{ path: 'isGuardian', message: 'guardian_needed' }] });
    forms.sign(signing({ customerId: child, signer: '王芳', isGuardian: true }));
    expect(forms.list(child).rows[0]).toMatchObject({ signer: '王芳', isGuardian: true });
  });

  test('it runs out by its months: said from thirty days ahead until it is signed again', () => {
    forms.sign(signing());
    const dueOn = (today: string) => {
      desk.clock.today = localDate(today);
      return forms.due(customerId).forms.map(({ state, validUntil }) => [state, validUntil]);
    };
    expect(dueOn('2027-10-21')).toEqual([]);
    expect(dueOn('2027-10-22')).toEqual([['near', '2027-11-21']]);
    expect(dueOn('2027-11-21')).toEqual([['near', '2027-11-21']]);
    expect(dueOn('2027-11-22')).toEqual([['expired', '2027-11-21']]);
    desk.clock.now = instant(Date.UTC(2027, 10, 22, 2));
    forms.sign(signing());
    expect(dueOn('2027-11-22')).toEqual([]);
  });

  test('it goes over with a merge and back with its undo; who may not see health sees and signs none of those that are private (X40)', () => {
    const other = desk.create({ name: '王方' });
    const { formId } = forms.sign(signing({ customerId: other }));
    forms.sign(
      signing({ customerId: other, templateId: named('照片使用同意书'), answers: [{ key: 'use', answer: '可以发到网上' }] }),
    );
    const { mergeId } = desk.merge({ survivorId: customerId, otherId: other });
    expect(forms.list(customerId).total).toBe(2);
    desk.undoMerge({ mergeId });
    expect([forms.list(customerId).total, forms.list(other).total]).toEqual([0, 2]);
    const context = {
      ...desk.context,
      actor: { staffId: null, permissions: permissions.filter((one) => one !== 'private.health') },
    };
    const clerk = formsAt({ ...desk, context });
    expect(clerk.list(other)).toMatchObject({ total: 1, rows: [{ name: '照片使用同意书' }] });
    expect(clerk.templates().map(({ name }) => name)).not.toContain('护理问卷');
    const refused = { code: 'not_permitted', details: { permission: 'private.health' } };
    expect(failureOf(() => clerk.find({ customerId: other, formId }))).toMatchObject(refused);
    expect(failureOf(() => clerk.void({ customerId: other, formId }))).toMatchObject(refused);
    expect(failureOf(() => clerk.sign(signing({ customerId: other })))).toMatchObject(refused);
  });

  test('reading them goes by an index, however many there are', () => {
    const values = { id: '', customerId: '', seesHealth: 1, offset: 0, limit: 1 };
    for (const [name, text] of Object.entries(signedFormQueries)) {
      const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${text}`, values).map(({ detail }) => detail);
      expect(
        plan.filter((step) => step.startsWith('SCAN') || step.includes('TEMP B-TREE')),
        name,
      ).toEqual([]);
    }
  });
});

describe('the page that is printed (X27)', () => {
  test('blank it has a line for each answer and for the signature; signed it shows the answers and how it was signed', () => {
    const templateId = named('染烫知情同意书');
    const blank = forms.page({ templateId });
    expect(blank).toContain('以前染发、烫发或用化妆品有过敏吗？');
    expect(blank).toContain('签名（未成年人由监护人签）');
    expect(blank).not.toContain('<svg');
    const { formId } = forms.sign(signing());
    const page = forms.page({ templateId, customerId, formId });
    expect(page).toContain('M10 10L60 80L120 40L180 90');
    expect(page).toContain('有效至 2027-11-21');
    expect(page).toContain('王芳');
  });

  test('holds nothing of a text that a browser would run', () => {
    const { templateId } = forms.saveTemplate({
      name: '<script>alert(1)</script>',
      text: '<img src=x onerror=alert(1)>',
      questions: [{ kind: 'choice', question: '<b>?</b>', options: ['"><script>'] }],
    });
    const page = forms.page({ templateId });
    expect(page).not.toMatch(/<script|<img|<b>\?/);
    expect(page).toContain('&#60;script&#62;');
  });
});

describe('the forms of the shop (X27)', () => {
  test('are made, changed and put away; one that was signed is not deleted; a name stands once', () => {
    const { templateId } = forms.saveTemplate({
      name: '纹眉同意书',
      text: '我同意。',
      questions: [{ kind: 'yes_no', question: '怕疼吗？' }],
    });
    const { before } = forms.saveTemplate({ templateId, name: '纹眉同意书', text: '我同意。再说一句。', questions: [] });
    expect(forms.templates()[0]).toMatchObject({ version: 2, questions: [] });
    forms.saveTemplate({ templateId, ...found(before) });
    expect(forms.templates()[0]).toMatchObject({ version: 3, text: '我同意。', questions: [{ question: '怕疼吗？' }] });
    forms.saveTemplate({ templateId, ...found(before), name: '纹绣同意书' });
    // Another name is no other text.
    expect(forms.templates()[0]).toMatchObject({ version: 3, name: '纹绣同意书' });
    expect(failureOf(() => forms.saveTemplate({ name: '护理问卷', text: '甲' })).details).toMatchObject({
      reason: 'form_template_taken',
    });
    forms.sign(signing({ templateId, version: 3, answers: [] }));
    expect(failureOf(() => forms.removeTemplate({ templateId })).details).toMatchObject({ reason: 'form_template_in_use' });
    forms.archiveTemplate({ templateId, isArchived: true });
    expect(failureOf(() => forms.sign(signing({ templateId, version: 3, answers: [] }))).details).toMatchObject({
      reason: 'form_archived',
    });
    expect(forms.list(customerId).total).toBe(1);
  });
});
