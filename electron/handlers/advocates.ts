import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import type { AdvocateKind } from '../../shared/domain/referrals/advocates.ts';
import { AppError } from '../../shared/errors.ts';
import { advocateId as toAdvocateId, productTestId as toProductTestId } from '../../shared/types/ids.ts';
import type { AdvocateId, CustomerId, ProductTestId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import {
  deleteAdvocate,
  findAdvocate,
  findProductTest,
  insertAdvocate,
  listAdvocateRights,
  listAdvocates,
  listProductTests,
  markProductTestRemoved,
  nextAdvocateNumber,
  putProductTest,
  writeAdvocateEnd,
} from '../store/advocates.ts';
import type { AdvocateRow, ProductTestRow } from '../store/advocates.ts';
import { noteEdit } from './changeNotes.ts';
import type { BaseContext, HandlersOf, StoreContext } from './context.ts';
import { requireKnownCustomer, requirePresentCustomer } from './references.ts';
import { refuseField } from './refuseField.ts';

const MOST_TESTS = 200;

/** What was said of them stands among the changes of their card. */
const note = (context: StoreContext, customerId: CustomerId): void => {
  noteEdit(context, customerId, ['advocate'], {}, ['advocates']);
};

const requireDay = ({ today }: BaseContext, day: LocalDate, path: string): void => {
  if (day > today()) refuseField(path, 'date_in_future');
};

const requireNotAlready = ({ database }: BaseContext, customerId: CustomerId, kind: AdvocateKind): void => {
  if (listAdvocateRights(database, customerId).some((right) => right.kind === kind && right.ended_on === null))
    throw new AppError('conflict', { reason: 'advocate_already' });
};

const requireRight = (context: StoreContext, id: AdvocateId): AdvocateRow => {
  const right = findAdvocate(context.database, id);
  if (right === undefined) throw new AppError('not_found', { what: 'advocate' });
  requirePresentCustomer(context, right.customer_id);
  return right;
};

const requireTest = (context: StoreContext, id: ProductTestId): ProductTestRow => {
  const test = findProductTest(context.database, id);
  if (test === undefined) throw new AppError('not_found', { what: 'product_test' });
  requirePresentCustomer(context, test.customer_id);
  return test;
};

const appoint = (context: StoreContext, input: HandlerInput<'advocates.appoint'>): OutputOf<'advocates.appoint'> => {
  const { database } = context;
  const { customerId, kind } = input;
  const title = context.settings().advocateTitle;
  requirePresentCustomer(context, customerId);
  if (title === '') throw new AppError('conflict', { reason: 'advocates_off' });
  requireNotAlready(context, customerId, kind);
  const sinceOn = input.sinceOn ?? context.today();
  requireDay(context, sinceOn, 'sinceOn');
  const id = toAdvocateId(context.newId());
  insertAdvocate(database, {
    id,
    customer_id: customerId,
    kind,
    number: nextAdvocateNumber(database),
    title,
    since_on: sinceOn,
    ended_on: null,
    at: context.now(),
    staff_id: context.actor.staffId,
  });
  note(context, customerId);
  return { advocateId: id };
};

const end = (context: StoreContext, { advocateId, isEnded }: HandlerInput<'advocates.end'>): Record<never, never> => {
  const right = requireRight(context, advocateId);
  if ((right.ended_on !== null) === isEnded) return {};
  if (!isEnded) requireNotAlready(context, right.customer_id, right.kind);
  writeAdvocateEnd(context.database, advocateId, isEnded ? context.today() : null);
  note(context, right.customer_id);
  return {};
};

const forget = (context: StoreContext, { advocateId }: HandlerInput<'advocates.forget'>): Record<never, never> => {
  const right = requireRight(context, advocateId);
  deleteAdvocate(context.database, advocateId);
  note(context, right.customer_id);
  return {};
};

const toldTest = ({ id, what, given_on: givenOn, said }: ProductTestRow) => ({ id, what, givenOn, said });

const saveTest = (context: StoreContext, input: HandlerInput<'advocates.saveTest'>): OutputOf<'advocates.saveTest'> => {
  const { testId, customerId, what, givenOn, said } = input;
  requirePresentCustomer(context, customerId);
  requireDay(context, givenOn, 'givenOn');
  const before = testId === null ? null : requireTest(context, testId);
  if (before !== null && before.customer_id !== customerId) throw new AppError('not_found', { what: 'product_test' });
  const id = testId ?? toProductTestId(context.newId());
  const { staffId } = context.actor;
  putProductTest(context.database, {
    id,
    customer_id: customerId,
    what,
    given_on: givenOn,
    said,
    at: context.now(),
    staff_id: staffId,
    removed_at: null,
  });
  note(context, customerId);
  if (before === null) return { testId: id, before };
  const { id: _id, ...known } = toldTest(before);
  return { testId: id, before: known };
};

const removeTest = (context: StoreContext, { testId, isRemoved }: HandlerInput<'advocates.removeTest'>): Record<never, never> => {
  const test = requireTest(context, testId);
  if ((test.removed_at !== null) === isRemoved) return {};
  markProductTestRemoved(context.database, testId, isRemoved ? context.now() : null);
  note(context, test.customer_id);
  return {};
};

const ofCustomer = (
  context: StoreContext,
  { customerId }: HandlerInput<'advocates.ofCustomer'>,
): OutputOf<'advocates.ofCustomer'> => {
  requireKnownCustomer(context, customerId);
  return {
    rights: listAdvocateRights(context.database, customerId).map((right) => ({
      id: right.id,
      kind: right.kind,
      number: right.number,
      title: right.title,
      sinceOn: right.since_on,
      endedOn: right.ended_on,
      staffName: right.staff_name,
    })),
    tests: listProductTests(context.database, customerId, MOST_TESTS).map(toldTest),
  };
};

/** Advocates and product testers (R094). */
export const advocatesHandlers: HandlersOf<'advocates'> = {
  'advocates.ofCustomer': ofCustomer,
  'advocates.appoint': appoint,
  'advocates.end': end,
  'advocates.forget': forget,
  'advocates.saveTest': saveTest,
  'advocates.removeTest': removeTest,
  'advocates.list': ({ database }, { kind, withEnded, offset, limit }) =>
    listAdvocates(database, { kind, withEnded: withEnded ? 1 : 0 }, { offset, limit }),
};
