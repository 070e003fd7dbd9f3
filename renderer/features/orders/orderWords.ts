import type { TFunction } from 'i18next';
import type { OrderKind, OrderStatus } from '../../../shared/domain/orders/statuses.ts';

/** What a status is called: goods put by are held where others are ordered. */
export const statusWord = (kind: OrderKind, status: OrderStatus): OrderStatus | 'held' =>
  kind === 'layaway' && status === 'ordered' ? 'held' : status;

export const statusText = (t: TFunction, kind: OrderKind, status: OrderStatus): string =>
  t(`orders.status.${statusWord(kind, status)}`);

/** The items in one line, as a person says them. */
export const itemsText = (t: TFunction, items: readonly string[]): string => items.join(t('common.listSeparator'));
