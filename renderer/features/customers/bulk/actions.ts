import type { TFunction } from 'i18next';
import { customerStatusSchema } from '../../../../shared/contract/values.ts';
import type { CouponType } from '../../../../shared/contract/couponTypes.ts';
import type { BulkAction } from '../../../../shared/contract/bulkEdits.ts';
import type { CustomField, CustomValue } from '../../../../shared/contract/customFields.ts';
import type { FilterOptions } from '../filter/conditions.ts';

/** What a bulk edit can do, in the order of the menu. */
export const bulkKinds = [
  'add_tag',
  'remove_tag',
  'set_owner',
  'set_region',
  'set_source',
  'set_status',
  'set_vip',
  'set_do_not_contact',
  'set_inactive',
  'set_custom_field',
  'issue_coupon',
  'remove',
] as const satisfies readonly BulkAction['kind'][];
export type BulkKind = (typeof bulkKinds)[number];

/** What was chosen so far; texts as they stand in the fields. */
export interface BulkDraft {
  readonly kind: BulkKind | null;
  /** A tag, a person, a status, yes or no, a region, a type of coupon: whatever the kind asks for. */
  readonly value: string | null;
  readonly fieldId: string | null;
  /** Several options; of making people inactive and of coupons, the reason. */
  readonly values: readonly string[];
}
export const emptyDraft: BulkDraft = { kind: null, value: null, fieldId: null, values: [] };

/** What a bulk edit can choose from. */
export interface BulkOptions extends FilterOptions {
  /** None for whoever may not issue to many at once. */
  readonly couponTypes: readonly CouponType[];
}

/** Stands for "nobody": an empty choice means that nothing was chosen yet. */
export const NOBODY = 'nobody';

const customValueOf = (field: CustomField, { value, values }: BulkDraft): CustomValue | undefined => {
  const text = value?.trim() ?? '';
  switch (field.type) {
    case 'choices':
      return field.options.map(({ id }) => id).filter((id) => values.includes(id));
    case 'number':
      return text === '' ? null : Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'yes_no':
      return value === null ? null : value === 'yes';
    case 'text':
    case 'date':
    case 'choice':
      return text === '' ? null : text;
  }
};

/** The action that a draft stands for, null while something is missing. */
export const actionOf = (draft: BulkDraft, options: BulkOptions): BulkAction | null => {
  const { kind, value } = draft;
  switch (kind) {
    case null:
      return null;
    case 'add_tag':
    case 'remove_tag': {
      const tag = options.tags.find(({ id }) => id === value);
      return tag === undefined ? null : { kind, tagId: tag.id };
    }
    case 'set_owner': {
      if (value === NOBODY) return { kind, ownerId: null };
      const person = options.staff.find(({ id }) => id === value);
      return person === undefined ? null : { kind, ownerId: person.id };
    }
    case 'set_region':
      return value === null ? null : { kind, region: value.trim() === '' ? null : value.trim() };
    case 'set_source':
      return value === null ? null : { kind, source: value.trim() === '' ? null : value.trim() };
    case 'set_status': {
      const status = customerStatusSchema.options.find((known) => known === value);
      return status === undefined ? null : { kind, status };
    }
    case 'set_vip':
      return value === null ? null : { kind, isVip: value === 'yes' };
    case 'set_do_not_contact':
      return value === null ? null : { kind, doNotContact: value === 'yes' };
    case 'set_inactive': {
      if (value === null) return null;
      const reason = draft.values[0]?.trim() ?? '';
      return { kind, isInactive: value === 'yes', reason: value === 'yes' && reason !== '' ? reason : null };
    }
    case 'set_custom_field': {
      const field = options.customFields.find(({ id }) => id === draft.fieldId);
      const fitting = field === undefined ? undefined : customValueOf(field, draft);
      return field === undefined || fitting === undefined ? null : { kind, fieldId: field.id, value: fitting };
    }
    case 'issue_coupon': {
      const type = options.couponTypes.find(({ id }) => id === value);
      const reason = draft.values[0]?.trim() ?? '';
      return type === undefined || reason === '' ? null : { kind, typeId: type.id, reason };
    }
    case 'remove':
      return { kind };
  }
};

/** A value of the preview in words. */
export const valueWords = (t: TFunction, kind: BulkKind, text: string | null): string => {
  if (text === null) return t('lists.none');
  if (kind === 'set_inactive') return t(text === 'true' ? 'lists.bulk.inactive.yes' : 'lists.bulk.inactive.no');
  if (text === 'true' || text === 'yes') return t('lists.answer.yes');
  if (text === 'false' || text === 'no') return t('lists.answer.no');
  const status = customerStatusSchema.options.find((known) => known === text);
  return kind === 'set_status' && status !== undefined ? t(`customers.status.${status}`) : text;
};
