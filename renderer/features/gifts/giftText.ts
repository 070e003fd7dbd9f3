import type { TFunction } from 'i18next';

interface Given {
  readonly what: string;
  readonly items: readonly { readonly name: string; readonly quantity: number }[];
}

/** What a gift was, in a line: its pieces, then whatever else. */
export const giftText = (t: TFunction, { what, items }: Given): string =>
  [
    ...items.map(({ name, quantity }) => (quantity === 1 ? name : t('rewards.many', { name, count: quantity }))),
    ...(what === '' ? [] : [what]),
  ].join(t('common.listSeparator'));
