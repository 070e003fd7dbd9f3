import { sql } from 'kysely';
import type { Insertable } from 'kysely';
import type { CustomerId, SignedFormId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';

// Forms as they were signed (X27): written once, never changed.

/** Most forms that "due again" looks at, the latest ones. */
const MOST_LOOKED_AT = 200;

const forms = sqlite
  .selectFrom('signed_forms as form')
  .innerJoin('form_templates as template', 'template.id', 'form.template_id')
  .leftJoin('staff', 'staff.id', 'form.staff_id')
  .select(['form.id', 'form.customer_id', 'form.template_id', 'form.name', 'form.version', 'form.signed_on', 'form.at'])
  .select(['form.valid_until', 'form.way', 'form.signer', 'form.is_guardian', 'form.voided_at'])
  .select(['template.is_private', 'template.archived_at as template_archived_at', 'staff.name as staff_name'])
  .select(
    sql<0 | 1>`EXISTS (SELECT 1 FROM signed_forms AS later WHERE later.customer_id = form.customer_id
      AND later.template_id = form.template_id AND later.voided_at IS NULL AND (later.at, later.id) > (form.at, form.id))`.as(
      'is_superseded',
    ),
  );
export type SignedFormRow = Awaited<ReturnType<typeof forms.executeTakeFirstOrThrow>>;

const whole = sqlite.selectFrom('signed_forms').select(['text', 'answers', 'strokes']);
type WholeRow = Awaited<ReturnType<typeof whole.executeTakeFirstOrThrow>>;

interface OfCustomer {
  customerId: CustomerId;
  /** 1 shows private forms too (X40). */
  seesHealth: 0 | 1;
}
const isSeen = sql<boolean>`(template.is_private = 0 OR ${parameter<0 | 1>('seesHealth')} = 1)`;
const customer = parameter<CustomerId>('customerId');

const byId = hotQuery<{ id: SignedFormId }, SignedFormRow>(forms.where('form.id', '=', parameter<SignedFormId>('id')));
const wholeById = hotQuery<{ id: SignedFormId }, WholeRow>(whole.where('id', '=', parameter<SignedFormId>('id')));
const page = hotQuery<OfCustomer & { limit: number; offset: number }, SignedFormRow>(
  forms
    .where('form.customer_id', '=', customer)
    .where(isSeen)
    .orderBy('form.at', 'desc')
    .orderBy('form.id', 'desc')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const total = hotQuery<OfCustomer, { total: number }>(
  sqlite
    .selectFrom('signed_forms as form')
    .innerJoin('form_templates as template', 'template.id', 'form.template_id')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where('form.customer_id', '=', customer)
    .where(isSeen),
);

const seen = (seesHealth: boolean): 0 | 1 => (seesHealth ? 1 : 0);

export const findSignedForm = (database: StoreDatabase, id: SignedFormId): SignedFormRow | undefined =>
  byId.first(database, { id });
/** The words, the answers and the signature, as JSON. */
export const readSignedForm = (database: StoreDatabase, id: SignedFormId): WholeRow | undefined =>
  wholeById.first(database, { id });

/** What a customer has signed, voided ones too, latest first. */
export const listSignedForms = (
  database: StoreDatabase,
  customerId: CustomerId,
  seesHealth: boolean,
  { offset, limit }: { readonly offset: number; readonly limit: number } = { offset: 0, limit: MOST_LOOKED_AT },
): SignedFormRow[] => page.rows(database, { customerId, seesHealth: seen(seesHealth), offset, limit });
export const countSignedForms = (database: StoreDatabase, customerId: CustomerId, seesHealth: boolean): number =>
  total.first(database, { customerId, seesHealth: seen(seesHealth) })?.total ?? 0;

export const insertSignedForm = (database: StoreDatabase, form: Insertable<Schema['signed_forms']>): void => {
  execute(database, sqlite.insertInto('signed_forms').values(form));
};
/** It no longer counts; null makes it count again. */
export const markSignedFormVoided = (database: StoreDatabase, id: SignedFormId, voidedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('signed_forms').set({ voided_at: voidedAt }).where('id', '=', id));
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const signedFormQueries = { byId: byId.sql, wholeById: wholeById.sql, page: page.sql, total: total.sql };
