import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storeHandlers } from '../../electron/handlers/index.ts';
import { contract } from '../../shared/contract.ts';
import { openCareDesk } from '../helpers/care.ts';
import type { CareDesk } from '../helpers/care.ts';
import { failureOf } from '../helpers/desk.ts';

let desk: CareDesk;
beforeEach(() => {
  desk = openCareDesk();
});
afterEach(() => {
  desk.closeAll();
});

const birthday = { calendar: 'lunar', year: 1990, month: 8, day: 15, isLeapMonth: false } as const;
const first = () => {
  const [row] = desk.proposals().rows;
  return row ?? expect.fail('no proposal');
};

describe('what a customer types on the facing window (X39)', () => {
  test('is waited for in sight of the clerk, who can withdraw the asking: then nothing gets in', () => {
    const { context, command } = desk;
    const state = () => storeHandlers['intake.state'](context, {}).open;
    expect(state()).toBeNull();
    const customerId = desk.create({ name: '王芳' });
    desk.ask(customerId);
    expect(state()).toEqual({ customerId, name: '王芳' });
    desk.ask(null);
    expect(state()).toEqual({ customerId: null, name: null });
    command(() => storeHandlers['intake.close'](context, {}));
    expect(state()).toBeNull();
    expect(failureOf(() => desk.submit({ name: '某人' }))).toMatchObject({ details: { reason: 'intake_closed' } });
    desk.ask(customerId);
    desk.submit({ likes: '短发' });
    expect(state()).toBeNull();
  });

  test('waits as a proposal, field beside field, and changes nothing until the clerk takes it over', () => {
    const customerId = desk.create({ name: '王芳', phone: '13812342210' });
    const before = desk.card(customerId);
    desk.ask(customerId);
    desk.submit({ name: '王芳', phone: '138-1234-2210', birthday, likes: '短发', consent: true });
    expect(desk.card(customerId)).toEqual(before);
    expect(first()).toMatchObject({
      customerId,
      status: 'waiting',
      differing: ['birthday', 'likes', 'consent'],
      known: { name: '王芳', likes: null, consent: false },
    });
    expect(desk.care(customerId).waitingProposals).toBe(1);
    desk.decide({ proposalId: first().id, fields: ['birthday', 'consent'] });
    expect(desk.card(customerId).fields).toMatchObject({ birthday, consentOn: '2026-11-21', likes: null });
    expect(first()).toMatchObject({ status: 'accepted' });
    desk.undoDecision(first().id);
    expect(desk.card(customerId).fields).toEqual(before.fields);
    expect(first()).toMatchObject({ status: 'waiting' });
    expect(failureOf(() => desk.undoDecision(first().id))).toMatchObject({ code: 'already_undone' });
  });

  test('can be laid aside whole, and taken up again', () => {
    const customerId = desk.create({ name: '王芳' });
    desk.ask(customerId);
    desk.submit({ phone: '13812342210' });
    desk.decide({ proposalId: first().id, fields: [] });
    expect(first()).toMatchObject({ status: 'rejected' });
    expect(desk.card(customerId).fields.phone).toBeNull();
    expect(failureOf(() => desk.decide({ proposalId: first().id, fields: ['phone'] }))).toMatchObject({
      details: { reason: 'proposal_decided' },
    });
    desk.undoDecision(first().id);
    desk.decide({ proposalId: first().id, fields: ['phone'] });
    expect(desk.card(customerId).fields.phone).toBe('13812342210');
  });

  test('makes a card for someone new, says who has the number already, and undo takes the card away', () => {
    const known = desk.create({ name: '李强', phone: '13812342210' });
    desk.ask(null);
    desk.submit({ name: '王芳', phone: '13812342210' });
    expect(first()).toMatchObject({ customerId: null, name: '王芳', sameNumber: [{ customerId: known, name: '李强' }] });
    expect(failureOf(() => desk.decide({ proposalId: first().id, fields: ['phone'] }))).toMatchObject({
      details: { issues: [{ path: 'fields', message: 'name_missing' }] },
    });
    const { customerId } = desk.decide({ proposalId: first().id, fields: ['name', 'phone'] });
    expect(customerId === null ? null : desk.card(customerId).fields).toMatchObject({ name: '王芳', phone: '13812342210' });
    desk.undoDecision(first().id);
    expect(customerId === null ? null : desk.card(customerId).removedAt).not.toBeNull();
    expect(first()).toMatchObject({ customerId: null, status: 'waiting' });
  });

  test('is not undone over what somebody wrote since', () => {
    const customerId = desk.create({ name: '王芳' });
    desk.ask(customerId);
    desk.submit({ likes: '短发' });
    desk.decide({ proposalId: first().id, fields: ['likes'] });
    desk.update(customerId, { likes: '长发' });
    expect(failureOf(() => desk.undoDecision(first().id))).toMatchObject({ details: { reason: 'changed_meanwhile' } });
    expect(desk.card(customerId).fields.likes).toBe('长发');
  });

  test('gets in once for each asking, with the asked fields and no others, and never unasked', () => {
    const customerId = desk.create({ name: '王芳' });
    expect(failureOf(() => desk.submit({ name: '张三' }))).toMatchObject({ details: { reason: 'intake_closed' } });
    desk.settings({ intakeFields: ['phone'] });
    desk.ask(customerId);
    expect(failureOf(() => desk.submit({ name: '张三' }))).toMatchObject({
      details: { issues: [{ path: 'details.name', message: 'field_not_asked' }] },
    });
    expect(failureOf(() => desk.submit({}))).toMatchObject({ details: { issues: [{ message: 'nothing_typed' }] } });
    desk.submit({ phone: '13812342210' });
    expect(failureOf(() => desk.submit({ phone: '13812342211' }))).toMatchObject({ details: { reason: 'intake_closed' } });
    expect(desk.proposals().total).toBe(1);
  });

  test('asking anew withdraws the asking before', () => {
    desk.ask(desk.create({ name: '王芳' }));
    desk.ask(desk.create({ name: '李强' }));
    desk.submit({ name: '李小强' });
    expect(first()).toMatchObject({ known: { name: '李强' } });
    expect(desk.proposals().total).toBe(1);
  });

  test('the form tells the facing window the fields, the look and the shop, and nothing of the customer', () => {
    desk.settings({ shopName: '小满造型' });
    desk.ask(desk.create({ name: '王芳', phone: '13812342210' }));
    const form = desk.form();
    expect(Object.keys(contract.intake.form.output.parse(form)).sort()).toEqual([
      'colorScheme',
      'fields',
      'isOpen',
      'language',
      'shopName',
      'today',
    ]);
    expect(JSON.stringify(form)).not.toContain('王芳');
  });

  test.each([
    ['markup', '<img src=x onerror=alert(1)>'],
    ['SQL', "'; DROP TABLE customers; --"],
    ['a name that turns the line round', '‮芳王'],
  ])('hostile text is kept as the text it is: %s', (_what, name) => {
    const customerId = desk.create({ name: '王芳' });
    desk.ask(customerId);
    desk.submit({ name });
    desk.decide({ proposalId: first().id, fields: ['name'] });
    expect(desk.card(customerId).fields.name).toBe(name);
  });

  test.each([
    ['a field the form does not have', { isVip: true }],
    ['a text longer than its field', { name: 'x'.repeat(61) }],
    ['a number for a text', { name: 7 }],
    ['a day that does not exist', { birthday: { ...birthday, calendar: 'solar', month: 2, day: 30 } }],
    ['somebody else', { customerId: '00000000-0000-7000-8000-000000000000' }],
  ])('never reaches the handler: %s', (_what, details) => {
    expect(contract.intake.submit.input.safeParse({ details }).success).toBe(false);
  });
});
