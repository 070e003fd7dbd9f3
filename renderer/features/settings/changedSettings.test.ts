import { expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/contract/settings.ts';
import { changedSettings } from './changedSettings.ts';

it('sends only what differs, nested values whole', () => {
  const after = {
    ...defaultSettings,
    dormantMonths: 8,
    reminderRules: { ...defaultSettings.reminderRules, silence: false },
  };
  expect(changedSettings(defaultSettings, after)).toEqual({ dormantMonths: 8, reminderRules: after.reminderRules });
  expect(changedSettings(defaultSettings, { ...defaultSettings })).toEqual({});
});
