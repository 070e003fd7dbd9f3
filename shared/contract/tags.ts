import { z } from 'zod';
import { plainText } from './masking.ts';
import { command, query } from './operation.ts';
import {
  countSchema,
  customerIdSchema,
  lineSchema,
  localDateSchema,
  pageFields,
  pageOf,
  tagChangeIdSchema,
  tagGroupIdSchema,
  tagIdSchema,
} from './values.ts';

/** What the tags of a group speak of, whatever the trade: interests, values and lifestyle (R005), preferences and the like (R009). */
export const tagKindSchema = z.enum(['interest', 'value', 'lifestyle', 'preference', 'size', 'timing', 'need', 'other']);
export type TagKind = z.output<typeof tagKindSchema>;
/** How a customer came by a tag (R010): noted by the clerk, told on joining, from what was bought, a survey, a file or a rule. */
export const tagSourceSchema = z.enum(['by_hand', 'membership', 'purchase', 'survey', 'import', 'rule']);
export type TagSource = z.output<typeof tagSourceSchema>;

/** A shop's library is small enough to be read whole: so many groups, and so many tags in all. */
export const MOST_TAG_GROUPS = 100;
export const MOST_TAGS = 2000;
/** The most tags one command gives or takes. */
const MOST_AT_ONCE = 100;

const tagNameSchema = lineSchema(40);
const languageSchema = z.enum(['zh-CN', 'en']);

export const tradeSchema = z.enum([
  'clothing',
  'fresh_food',
  'mother_and_baby',
  'beauty_and_hair',
  'books',
  'sports',
  'furniture',
  'appliances',
  'pets',
  'tea',
  'optics',
  'cars',
  'fitness',
]);
export type Trade = z.output<typeof tradeSchema>;

/** One tag of one customer, as the card shows it. */
export const customerTagSchema = z.object({
  tagId: tagIdSchema,
  name: plainText(z.string()),
  groupId: tagGroupIdSchema,
  groupName: plainText(z.string()),
  source: tagSourceSchema,
  taggedOn: localDateSchema,
});
export type CustomerTag = z.output<typeof customerTagSchema>;

export const tagGroupSchema = z.object({
  id: tagGroupIdSchema,
  name: plainText(z.string()),
  kind: tagKindSchema,
  /** A customer has one tag of it at most: the next one takes the place of the last. */
  isExclusive: z.boolean(),
  isArchived: z.boolean(),
  /** Tags that are not archived. */
  tagCount: countSchema,
});
export type TagGroup = z.output<typeof tagGroupSchema>;

export const tagSchema = z.object({
  id: tagIdSchema,
  name: plainText(z.string()),
  groupId: tagGroupIdSchema,
  groupName: plainText(z.string()),
  /** Archived, or of an archived group: it stays with whoever has it and is offered to nobody. */
  isArchived: z.boolean(),
  /** Customers who have it, without those in the bin. */
  customerCount: countSchema,
});
export type Tag = z.output<typeof tagSchema>;

/** Tags to give and to take. What `tags.tagCustomer` answers takes its own doing back when given to it again. */
const taggingFields = {
  add: z
    .array(
      z.strictObject({
        tagId: tagIdSchema,
        source: tagSourceSchema.default('by_hand'),
        /** Null is today. */
        taggedOn: localDateSchema.nullable().default(null),
      }),
    )
    .max(MOST_AT_ONCE)
    .default([]),
  remove: z.array(tagIdSchema).max(MOST_AT_ONCE).default([]),
};
const changed = { changeId: tagChangeIdSchema };
/** Customers who were left with two tags of a group that allows one: they keep the one given last; undone with the change. */
const dropping = { ...changed, droppedCount: countSchema };

export const tagsContract = {
  groups: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ includeArchived: z.boolean().default(false) }),
    output: z.object({ groups: z.array(tagGroupSchema) }),
  }),
  /** Tags in the shop's order; with a text, those whose name, pinyin, initials or group match, the best first. */
  list: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      ...pageFields,
      groupId: tagGroupIdSchema.nullable().default(null),
      text: z.string().trim().max(40).default(''),
      includeArchived: z.boolean().default(false),
    }),
    output: pageOf(tagSchema),
  }),
  createGroup: command({
    permission: 'tags.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      name: tagNameSchema,
      kind: tagKindSchema.default('other'),
      isExclusive: z.boolean().default(false),
    }),
    output: z.object({ groupId: tagGroupIdSchema, ...changed }),
  }),
  updateGroup: command({
    permission: 'tags.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      groupId: tagGroupIdSchema,
      changes: z
        .strictObject({ name: tagNameSchema, kind: tagKindSchema, isExclusive: z.boolean(), isArchived: z.boolean() })
        .partial(),
    }),
    output: z.object(dropping),
  }),
  /** Puts the named groups into this order; the others follow as they were. */
  orderGroups: command({
    permission: 'tags.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ groupIds: z.array(tagGroupIdSchema).max(MOST_TAG_GROUPS) }),
    output: z.object(changed),
  }),
  /** Deletes a group with its tags, as long as no customer has one of them. */
  removeGroup: command({
    permission: 'tags.write',
    audit: 'change',
    masks: 'none',
    input: z.strictObject({ groupId: tagGroupIdSchema }),
    output: z.object(changed),
  }),
  createTag: command({
    permission: 'tags.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ groupId: tagGroupIdSchema, name: tagNameSchema }),
    output: z.object({ tagId: tagIdSchema, ...changed }),
  }),
  /** Another name, another group, archived or back in use. */
  updateTag: command({
    permission: 'tags.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({
      tagId: tagIdSchema,
      changes: z.strictObject({ name: tagNameSchema, groupId: tagGroupIdSchema, isArchived: z.boolean() }).partial(),
    }),
    output: z.object(dropping),
  }),
  orderTags: command({
    permission: 'tags.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ groupId: tagGroupIdSchema, tagIds: z.array(tagIdSchema).max(MOST_TAGS) }),
    output: z.object(changed),
  }),
  /** Deletes a tag that no customer has. */
  removeTag: command({
    permission: 'tags.write',
    audit: 'change',
    masks: 'none',
    input: z.strictObject({ tagId: tagIdSchema }),
    output: z.object(changed),
  }),
  /** Everyone who has the one tag has the other from now on; the one is gone. */
  merge: command({
    permission: 'tags.write',
    audit: 'change',
    masks: 'none',
    input: z.strictObject({ tagId: tagIdSchema, intoId: tagIdSchema }),
    output: z.object({
      /** Customers who changed the one for the other, and who had both. */
      movedCount: countSchema,
      hadBothCount: countSchema,
      ...dropping,
    }),
  }),
  /** The libraries the program brings along, and how many of their tags the shop lacks. */
  presets: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ language: languageSchema.default('zh-CN') }),
    output: z.object({
      presets: z.array(
        z.object({
          trade: tradeSchema,
          name: plainText(z.string()),
          groupCount: countSchema,
          tagCount: countSchema,
          newTagCount: countSchema,
        }),
      ),
    }),
  }),
  previewPreset: query({
    permission: 'customers.read',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ trade: tradeSchema, language: languageSchema.default('zh-CN') }),
    output: z.object({
      trade: tradeSchema,
      groups: z.array(
        z.object({
          name: plainText(z.string()),
          kind: tagKindSchema,
          isExclusive: z.boolean(),
          isNew: z.boolean(),
          tags: z.array(z.object({ name: plainText(z.string()), isNew: z.boolean() })),
        }),
      ),
      newGroupCount: countSchema,
      newTagCount: countSchema,
    }),
  }),
  /** Adds what the library lacks of a preset; what is there under either language's name stays as it is. */
  addPreset: command({
    permission: 'tags.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ trade: tradeSchema, language: languageSchema.default('zh-CN') }),
    output: z.object({ groupCount: countSchema, tagCount: countSchema, ...changed }),
  }),
  /** Takes a change of the library back, within 30 days. New tags that customers have been given meanwhile stay. */
  undoChange: command({
    permission: 'tags.write',
    audit: 'change',
    masks: 'none',
    input: z.strictObject({ changeId: tagChangeIdSchema }),
    output: z.object({ keptTagCount: countSchema }),
  }),
  /** Gives and takes tags of one customer; a tag of an exclusive group takes the place of the one before. */
  tagCustomer: command({
    permission: 'customers.write',
    audit: 'none',
    masks: 'none',
    input: z.strictObject({ customerId: customerIdSchema, ...taggingFields }),
    output: z.object({
      before: z.object({
        add: z.array(z.object({ tagId: tagIdSchema, source: tagSourceSchema, taggedOn: localDateSchema })),
        remove: z.array(tagIdSchema),
      }),
    }),
  }),
};
