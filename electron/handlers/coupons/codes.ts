import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { discountCodeId as toCodeId } from '../../../shared/types/ids.ts';
import type { DiscountCodeId } from '../../../shared/types/ids.ts';
import { deleteCode, isCodeUsed, listCodes, markCodeArchived, putCode } from '../../store/discountCodes.ts';
import type { StoredCode } from '../../store/discountCodes.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { archiveDefinition, removeDefinition } from '../ownDefinitions.ts';
import { requireTermsProducts, termsOut } from './types.ts';

const requireCode = (context: StoreContext, codeId: DiscountCodeId): StoredCode => {
  const found = listCodes(context.database).find(({ id }) => id === codeId);
  if (!found) throw new AppError('not_found', { what: 'discount_code' });
  return found;
};
const asDefinition = (code: StoredCode) => ({ id: code.id, name: code.code });

const upkeep = {
  topic: 'coupons',
  what: 'discount_code',
  auditName: 'discountCode',
  inUse: 'discount_code_in_use',
  isUsed: isCodeUsed,
  markArchived: markCodeArchived,
  remove: deleteCode,
} as const;

const save = (context: StoreContext, { codeId, ...code }: HandlerInput<'coupons.saveCode'>): OutputOf<'coupons.saveCode'> => {
  const before = codeId === null ? null : requireCode(context, codeId);
  if (listCodes(context.database).some((each) => each.code === code.code && each.id !== before?.id))
    throw new AppError('conflict', { reason: 'discount_code_taken' });
  requireTermsProducts(context, code.terms);
  const id = before?.id ?? toCodeId(context.newId());
  putCode(context.database, { id, ...code }, context.now());
  context.audited({ discountCode: code.code });
  context.changed(['coupons'], null);
  if (before === null) return { codeId: id, before: null };
  const { id: _id, used: _used, isArchived: _isArchived, terms, ...fields } = before;
  return { codeId: id, before: { ...fields, terms: termsOut(terms) } };
};

/** Codes that many people may use, checked here and nowhere else (R081). */
export const discountCodeHandlers: Pick<
  HandlersOf<'coupons'>,
  'coupons.codes' | 'coupons.saveCode' | 'coupons.archiveCode' | 'coupons.removeCode'
> = {
  'coupons.codes': ({ database }, { includeArchived }) => ({
    codes: listCodes(database)
      .filter(({ isArchived }) => includeArchived || !isArchived)
      .map(({ terms, ...code }) => ({ ...code, terms: termsOut(terms) })),
  }),
  'coupons.saveCode': save,
  'coupons.archiveCode': (context, { codeId, isArchived }) =>
    archiveDefinition(context, upkeep, asDefinition(requireCode(context, codeId)), isArchived),
  'coupons.removeCode': (context, { codeId }) => removeDefinition(context, upkeep, asDefinition(requireCode(context, codeId))),
};
