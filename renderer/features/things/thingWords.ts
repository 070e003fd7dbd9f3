import type { TFunction } from 'i18next';
import type { ThingEvent } from '../../../shared/contract/things.ts';
import { expiringDefinitions, type ExpiringKind } from '../../../shared/domain/things/expiring.ts';
import type { ShopSettings } from '../../../shared/contract/settings.ts';

/** What runs out, by the shop's own word or else by its kind. */
export const factName = (
  fact: { readonly kind: ExpiringKind; readonly label: string },
  language: ShopSettings['language'],
): string => (fact.label === '' ? expiringDefinitions[fact.kind].label[language] : fact.label);

/** An event in one sentence; `{{thing}}` and `{{fact}}` are set off from the Latin letters around them by nothing but the words. */
export const eventWords = (
  t: TFunction,
  { event, thing, fact, other, because }: ThingEvent,
  language: ShopSettings['language'],
): string => {
  const what = fact === null ? '' : factName(fact, language);
  return t(`things.events.${event}`, {
    thing: thing?.name ?? '',
    fact: thing === null ? what : `${thing.name} ${what}`,
    other: other?.name ?? '',
    because: because === null ? '' : t(`things.because.${because}`),
    on: fact?.validUntil ?? '',
  });
};
