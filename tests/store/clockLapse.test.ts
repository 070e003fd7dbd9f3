import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordAudit } from '../../electron/handlers/audit/record.ts';
import { tidyUp } from '../../electron/handlers/bin.ts';
import { privacyHandlers } from '../../electron/handlers/privacy.ts';
import { tagsHandlers } from '../../electron/handlers/tags.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays, instant } from '../../shared/types/time.ts';
import { failureOf } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { TEST_NOW, TEST_TODAY } from '../helpers/store.ts';

// Nothing that lapses by date lapses while the clock is behind what was written down last (R7).

const DAY = 24 * 60 * 60 * 1000;
let desk: MergeDesk;
beforeEach(() => {
  desk = openMergeDesk();
});
afterEach(() => {
  desk.close();
});

/** The clock shows so many days more or less than at the beginning. */
const setClock = (days: number): void => {
  desk.clock.now = instant(TEST_NOW + days * DAY);
  desk.clock.today = addDays(TEST_TODAY, days);
};
const audited = (): void => {
  desk.command(() => {
    recordAudit(desk.context, { operation: 'settings.update', kind: 'settings' });
  });
};

describe('while the clock is behind the last entry (R7)', () => {
  it('a merge can still be undone, as long as it is not forgotten', () => {
    const [survivorId, otherId] = [desk.create({ name: '王芳' }), desk.create({ name: '王方' })];
    const { mergeId } = desk.merge({ survivorId, otherId });
    setClock(400);
    audited();
    expect(failureOf(() => desk.undoMerge({ mergeId })).details).toEqual({ reason: 'merge_expired' });
    setClock(40);
    expect(desk.history()[0]?.state).toBe('undoable');
    desk.command(() => tidyUp(desk.context));
    expect(desk.undoMerge({ mergeId }).otherId).toBe(otherId);
  });

  it('a merge that a right clock has let lapse stays lapsed', () => {
    const [survivorId, otherId] = [desk.create({ name: '王芳' }), desk.create({ name: '王方' })];
    const { mergeId } = desk.merge({ survivorId, otherId });
    setClock(400);
    desk.command(() => tidyUp(desk.context));
    audited();
    setClock(5);
    expect(desk.history()[0]?.state).toBe('expired');
    expect(failureOf(() => desk.undoMerge({ mergeId })).details).toEqual({ reason: 'merge_expired' });
  });

  it('what can take a change of the tags back is kept', () => {
    const group = (name: string) =>
      desk.command(() => tagsHandlers['tags.createGroup'](desk.context, contract.tags.createGroup.input.parse({ name })));
    const kept = (): number => plainRows(desk.database, 'SELECT id FROM tag_changes').length;
    group('头发');
    setClock(400);
    audited();
    setClock(60);
    group('皮肤');
    expect(kept()).toBe(2);
    setClock(401);
    group('身体');
    expect(kept()).toBe(1);
  });
});

describe('what is said of consent while the clock is behind (R7, R190)', () => {
  const say = (input: Omit<CallInput<'privacy.recordConsent'>, 'way' | 'on'> & { readonly on?: string }) =>
    desk.command(() =>
      privacyHandlers['privacy.recordConsent'](
        desk.context,
        contract.privacy.recordConsent.input.parse({ on: desk.clock.today, way: 'in_person', ...input }),
      ),
    );
  const stands = (customerId: CustomerId, purpose: string) =>
    privacyHandlers['privacy.consents'](desk.context, { customerId }).standing.find((one) => one.purpose === purpose);

  it.each(['wechat', 'records'] as const)('a withdrawal counts at once and is not outlived by the consent to %s', (purpose) => {
    const customerId = desk.create({ name: '王芳' });
    say({ customerId, purpose, state: 'given' });
    audited();
    setClock(-3);
    const { consentId } = say({ customerId, purpose, state: 'withdrawn' });
    expect(stands(customerId, purpose)).toEqual({ purpose, state: 'withdrawn', on: TEST_TODAY });
    desk.command(() => {
      privacyHandlers['privacy.undoConsent'](desk.context, { consentId });
    });
    expect(stands(customerId, purpose)?.state).toBe('given');
  });

  it('an earlier day that somebody names is that day', () => {
    const customerId = desk.create({ name: '王芳' });
    say({ customerId, purpose: 'sms', state: 'given' });
    audited();
    setClock(-3);
    say({ customerId, purpose: 'sms', state: 'withdrawn', on: addDays(TEST_TODAY, -10) });
    expect(stands(customerId, 'sms')).toEqual({ purpose: 'sms', state: 'given', on: TEST_TODAY });
  });
});
