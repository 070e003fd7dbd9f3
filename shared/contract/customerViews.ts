import { z } from 'zod';
import { customerFilterSchema } from './customerFilter.ts';
import { command, query } from './operation.ts';
import { customerViewIdSchema, emptySchema, lineSchema } from './values.ts';

export const customerSorts = ['last_visit', 'name', 'spend', 'visits', 'points', 'created', 'region'] as const;
export const customerSortSchema = z.enum(customerSorts);
export const sortDirectionSchema = z.enum(['ascending', 'descending']);

/** The columns a list of customers can show; the name always leads. */
export const customerColumns = [
  'phone',
  'last_visit',
  'visits',
  'spend',
  'points',
  'classes',
  'tags',
  'owner',
  'region',
  'birthday',
  'source',
  'status',
  'card',
  'number',
  'wechat',
  'created',
  /** Each of the shop's own fields that is to be shown in lists. */
  'custom',
] as const;
export type CustomerColumn = (typeof customerColumns)[number];
const customerColumnsSchema = z.array(z.enum(customerColumns)).max(customerColumns.length);

const viewFields = {
  name: lineSchema(30),
  filter: customerFilterSchema,
  columns: customerColumnsSchema,
  sort: customerSortSchema,
  direction: sortDirectionSchema,
};
export const customerViewSchema = z.object({ id: customerViewIdSchema, ...viewFields });
export type CustomerView = z.output<typeof customerViewSchema>;

/** Ways to look at the customers, named and shared by the shop. */
export const customerViewsContract = {
  list: query({
    permission: 'customers.read',
    input: emptySchema,
    output: z.object({ views: z.array(customerViewSchema) }),
  }),
  /**
   * Saves a view; with the id of one that is there it takes that one's place, and `before` is what it was. With the id of one that
   * was removed it is there again. Errors: conflict (view_name_taken).
   */
  save: command({
    permission: 'customers.write',
    input: z.strictObject({ viewId: customerViewIdSchema.nullable().default(null), ...viewFields }),
    output: z.object({ viewId: customerViewIdSchema, before: customerViewSchema.nullable() }),
  }),
  /** Removes a view; saving it under its id undoes that. */
  remove: command({
    permission: 'customers.write',
    input: z.strictObject({ viewId: customerViewIdSchema }),
    output: z.object({ before: customerViewSchema }),
  }),
  /** Puts the views in this order; those not named follow in theirs. */
  arrange: command({
    permission: 'customers.write',
    input: z.strictObject({ viewIds: z.array(customerViewIdSchema).max(200) }),
    output: emptySchema,
  }),
};
