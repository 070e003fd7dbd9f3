import type { TFunction } from 'i18next';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { firstOwnIssueText } from './formErrors.ts';

const limitsSchema = z.object({
  limitBytes: z.number().optional(),
  limitRows: z.number().optional(),
  limitCells: z.number().optional(),
  limitSheets: z.number().optional(),
});
const scalarsSchema = z.record(z.string(), z.unknown());

/** Lists such as the known columns read as one text; anything that is no figure or text stays out of the sentence. */
const wordable = (details: unknown): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(scalarsSchema.catch({}).parse(details)).flatMap(([key, value]): [string, string | number][] => {
      if (typeof value === 'string' || typeof value === 'number') return [[key, value]];
      return Array.isArray(value) ? [[key, value.filter((item) => typeof item === 'string').join(', ')]] : [];
    }),
  );

const limitText = (t: TFunction, details: unknown): string => {
  const { limitBytes, limitRows, limitCells, limitSheets } = limitsSchema.catch({}).parse(details);
  if (limitRows !== undefined) return t('errors.unit.rows', { count: limitRows });
  if (limitCells !== undefined) return t('errors.unit.cells', { count: limitCells });
  if (limitSheets !== undefined) return t('errors.unit.sheets', { count: limitSheets });
  return limitBytes === undefined ? '' : t('errors.unit.bytes', { count: Math.round(limitBytes / 1_000_000) });
};

const conflictReasons = [
  'owner_already',
  'nobody_to_hand_over',
  'safety_not_acknowledged',
  'customer_blocked',
  'already_blocked',
  'card_taken',
  'view_name_taken',
  'changed_meanwhile',
  'customer_removed',
  'barcode_taken',
  'points_out_of_range',
  'entry_is_reversal',
  'entry_belongs_to_visit',
  'belongs_to_callback',
  'store_changed',
  'store_not_empty',
  'intake_closed',
  'proposal_decided',
  'reward_not_due',
  'check_settled',
  'no_valid_number',
  'file_exists',
  'too_many_fields',
  'same_owner',
  'never_renewed',
  'not_a_wish',
  'merge_self',
  'customer_merged',
  'merged_since',
  'merge_expired',
  'merge_side_erased',
  'tag_group_taken',
  'tag_taken',
  'tag_group_gone',
  'tag_group_in_use',
  'tag_in_use',
  'tag_groups_full',
  'tags_full',
  'custom_field_taken',
  'custom_fields_full',
  'custom_field_in_use',
] as const;

/** What happened and what to do now, in the reader's language. Anything but an AppError reads as an inner failure. */
export const errorText = (t: TFunction, error: unknown): string => {
  if (!(error instanceof AppError)) return t('errors.internal');
  const { code, details } = error;
  const reason = conflictReasons.find((known) => code === 'conflict' && known === details['reason']);
  if (reason !== undefined) return t(`errors.reason.${reason}`, { name: '', ...wordable(details) });
  const issue = code === 'bad_input' ? firstOwnIssueText(t, details) : null;
  if (issue !== null) return t('errors.badInputBecause', { issue });
  return t(`errors.${code}`, {
    name: '',
    balance: '',
    wanted: '',
    line: '',
    column: '',
    field: '',
    version: '',
    supported: '',
    ...wordable(details),
    limit: limitText(t, details),
  });
};
