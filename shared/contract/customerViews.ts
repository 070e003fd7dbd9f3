import { z } from 'zod';
import { customerFilterSchema } from './customerFilter.ts';
import { command, query } from './operation.ts';
import { customerViewIdSchema, emptySchema, lineSchema } from './values.ts';

/**
 * By owner: by the owner's name in pinyin order, unowned last. By birthday: by the next one. By completeness: by the score of the data (R186).
 * Whoever has none of what is asked comes last, either way.
 */
export const customerSorts = [
  'last_visit',
  'name',
  'spend',
  'visits',
  'points',
  'created',
  'region',
  'owner',
  'birthday',
  'completeness',
] as const;
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
  /** The tier; only where the shop has tiers. */
  'tier',
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
  /** How complete the data is, 0 to 100. */
  'completeness',
  /** Each of the shop's own fields that is to be shown in lists. */
  'custom',
] as const;
export type CustomerColumn = (typeof customerColumns)[number];
const customerColumnsSchema = z.array(z.enum(customerColumns)).max(customerColumns.length);

/** How a column is drawn when not as wide as usual. */
export const columnWidths = ['narrow', 'wide'] as const;
export type ColumnWidth = (typeof columnWidths)[number];
const columnWidthSchema = z.enum(columnWidths);
/** Every column by its name, none of them needed: an object, so that an unknown name is refused. */
export const columnWidthsSchema = z
  .strictObject({
    phone: columnWidthSchema,
    last_visit: columnWidthSchema,
    visits: columnWidthSchema,
    spend: columnWidthSchema,
    points: columnWidthSchema,
    classes: columnWidthSchema,
    tier: columnWidthSchema,
    tags: columnWidthSchema,
    owner: columnWidthSchema,
    region: columnWidthSchema,
    birthday: columnWidthSchema,
    source: columnWidthSchema,
    status: columnWidthSchema,
    card: columnWidthSchema,
    number: columnWidthSchema,
    wechat: columnWidthSchema,
    created: columnWidthSchema,
    completeness: columnWidthSchema,
    custom: columnWidthSchema,
  } satisfies Record<CustomerColumn, typeof columnWidthSchema>)
  .partial();

const viewFields = {
  name: lineSchema(30),
  filter: customerFilterSchema,
  columns: customerColumnsSchema,
  sort: customerSortSchema,
  direction: sortDirectionSchema,
};
export const customerViewSchema = z.object({
  id: customerViewIdSchema,
  ...viewFields,
  widths: columnWidthsSchema,
  /** The list opens with it; at most one view is. */
  isDefault: z.boolean(),
});
export type CustomerView = z.output<typeof customerViewSchema>;

/** Ways to look at the customers, named and shared by the shop. */
export const customerViewsContract = {
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'answer',
    input: emptySchema,
    output: z.object({ views: z.array(customerViewSchema) }),
  }),
  /**
   * Saves a view; with the id of one that is there it takes that one's place, and `before` is what it was. With the id of one that
   * was removed it is there again. Errors: conflict (view_name_taken).
   */
  save: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({
      viewId: customerViewIdSchema.nullable().default(null),
      ...viewFields,
      widths: columnWidthsSchema.default({}),
      /** Absent leaves it as it is; a new view is not. */
      isDefault: z.boolean().optional(),
    }),
    output: z.object({ viewId: customerViewIdSchema, before: customerViewSchema.nullable() }),
  }),
  /** Removes a view; saving it under its id undoes that. */
  remove: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'answer',
    input: z.strictObject({ viewId: customerViewIdSchema }),
    output: z.object({ before: customerViewSchema }),
  }),
  /** The list opens with this view from now on, or with everyone (null). */
  setDefault: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ viewId: customerViewIdSchema.nullable() }),
    output: z.object({ before: customerViewIdSchema.nullable() }),
  }),
  /** Puts the views in this order; those not named follow in theirs. */
  arrange: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ viewIds: z.array(customerViewIdSchema).max(200) }),
    output: emptySchema,
  }),
};
