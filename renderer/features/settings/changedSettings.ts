import { settingsChangesSchema, type ShopSettings } from '../../../shared/contract/settings.ts';
import type { CallInput } from '../../../shared/contract.ts';

type Changes = CallInput<'settings.update'>['changes'];

/** Only what differs, so that two people saving different settings do not undo each other. */
export const changedSettings = (before: ShopSettings, after: ShopSettings): Changes => {
  const former = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(former.get(name)));
  return settingsChangesSchema.parse(Object.fromEntries(changed));
};
