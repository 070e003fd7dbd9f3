import type { Topic } from '../../../shared/contract.ts';
import type { BulkAction } from '../../../shared/contract/bulkEdits.ts';
import type { BulkEditId, CustomerId } from '../../../shared/types/ids.ts';
import type { CustomerChange } from '../../store/changes.ts';
import type { StoreDatabase } from '../../store/database.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { couponSteps } from './coupons.ts';
import { columnSteps } from './columns.ts';
import { customFieldSteps } from './customField.ts';
import { binSteps } from './bin.ts';
import { inactiveSteps } from './inactive.ts';
import { tagSteps } from './tags.ts';

/** How it stands with one customer before an edit. */
export interface Standing {
  readonly id: CustomerId;
  /** What the edit would replace, as JSON. */
  readonly before: unknown;
  /** Nothing would change. */
  readonly isSo: boolean;
}

/** What is written on the customer's timeline. */
export type Note = Pick<CustomerChange, 'action' | 'fields' | 'before'>;

/** What was written for one customer. */
export interface Written {
  /** Null where the facts themselves stand on the timeline. */
  readonly note: Note | null;
  /** What undoing needs of it, as JSON. */
  readonly kept: unknown;
}

/** What each kind of bulk edit is made of. */
export interface BulkSteps {
  /** What besides the cards themselves the screens are told of. */
  readonly topics?: readonly Topic[];
  /** The present state of these customers; removed ones are left out. */
  standings(database: StoreDatabase, ids: readonly CustomerId[]): Standing[];
  write(context: StoreContext, standing: Standing, bulkEditId: BulkEditId): Written;
  /** Puts back what was replaced, unless it has changed since: then null, and nothing is written. */
  putBack(context: StoreContext, id: CustomerId, kept: unknown): Omit<Written, 'kept'> | null;
  /** What was there and what comes, as plain text for the preview. */
  words(database: StoreDatabase, before: unknown): { readonly before: string | null; readonly after: string | null };
}

/** The steps of an action; reading them checks nothing: see `requireSound`. */
export const stepsOf = (context: BaseContext, action: BulkAction): BulkSteps => {
  switch (action.kind) {
    case 'add_tag':
    case 'remove_tag':
      return tagSteps(action);
    case 'set_custom_field':
      return customFieldSteps(context.database, action);
    case 'remove':
      return binSteps;
    case 'issue_coupon':
      return couponSteps(context, action);
    case 'set_inactive':
      return inactiveSteps(action);
    case 'set_owner':
    case 'set_region':
    case 'set_source':
    case 'set_status':
    case 'set_vip':
    case 'set_do_not_contact':
      return columnSteps(action);
  }
};
