import { z } from 'zod';
import { exportColumnNames } from '../domain/exports/columns.ts';
import { exportForms } from '../domain/exports/forms.ts';
import { promotionWays } from '../domain/privacy/consents.ts';
import { labelSheetNames } from '../domain/labels/sheets.ts';
import { customerSelectionSchema } from './customerFilter.ts';
import { plainText } from './masking.ts';
import { query, study } from './operation.ts';
import {
  countSchema,
  exportIdSchema,
  instantSchema,
  jobFields,
  lineSchema,
  localDateSchema,
  pageFields,
  pageOf,
  pathTokenSchema,
} from './values.ts';

/** A table for spreadsheets, or cards for phones. */
export const exportFormatSchema = z.enum(['csv', 'xlsx', 'vcf']);
export const exportFormSchema = z.enum(exportForms);
export const exportColumnSchema = z.enum(exportColumnNames);
export const labelSheetSchema = z.enum(labelSheetNames);
export const exportKindSchema = z.enum(['customers', 'purchases', 'labels', 'person', 'statement']);

const writtenSchema = z.object({ fileName: plainText(z.string()), bytes: countSchema, rows: countSchema });

const placedLineSchema = z.object({ text: z.string(), x: z.number(), y: z.number(), size: z.number(), isName: z.boolean() });
const placedLabelSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  lines: z.array(placedLineSchema),
});

/** Sheets a call answers with at most: the preview reads one, the printer all of them call by call. */
export const MOST_SHEETS = 20;
/** Labels in all: some hundred sheets of paper. */
export const MOST_LABELS = 5000;

export const labelChoices = {
  selection: customerSelectionSchema,
  sheet: labelSheetSchema.default('24_70x37'),
  /** The first free label of the first sheet, from 1. */
  startAt: z.int().min(1).max(24).default(1),
  withPhone: z.boolean().default(false),
  /** Only who agreed to post; otherwise those who were never asked too (R190). */
  onlyAgreed: z.boolean().default(false),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
};

/** Data that leaves the shop by the owner's own hand (R201, X41). The file is chosen in a native dialog. */
export const exportsContract = {
  /** Customers into a file. An older file of that name stays until the new one is whole. */
  customers: study({
    permission: 'exports.run',
    audit: 'export',
    masks: 'file',
    input: z.strictObject({
      ...jobFields,
      file: pathTokenSchema,
      format: exportFormatSchema,
      form: exportFormSchema.default('own'),
      /** Of our own form; the others have theirs. */
      columns: z
        .array(exportColumnSchema)
        .min(1)
        .max(exportColumnNames.length)
        .default([...exportColumnNames]),
      /** The shop's own fields, as columns of our own form. */
      ownFields: z.boolean().default(false),
      selection: customerSelectionSchema.default({ filter: {}, exceptIds: [] }),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
      /** For telling them of offers this way: only those who agreed to it (R190); null is for the shop's own use. */
      promotion: z.enum(promotionWays).nullable().default(null),
      /** Of the cards for phones: 3.0 is read by every phone, 4.0 says more. */
      vcardVersion: z.enum(['3.0', '4.0']).default('3.0'),
    }),
    output: writtenSchema.extend({
      /** Left out, because they have not agreed to be told of offers that way. */
      leftOut: countSchema,
    }),
  }),
  /** Purchases, a line of a visit a row. */
  purchases: study({
    permission: 'exports.run',
    audit: 'export',
    masks: 'file',
    input: z.strictObject({
      ...jobFields,
      file: pathTokenSchema,
      format: z.enum(['csv', 'xlsx']),
      selection: customerSelectionSchema.default({ filter: {}, exceptIds: [] }),
      from: localDateSchema.nullable().default(null),
      to: localDateSchema.nullable().default(null),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    }),
    output: writtenSchema,
  }),
  /** Mailing labels, one a household (X41): how many, who has no address, and the sheets from `firstSheet` on. */
  labels: study({
    permission: 'exports.run',
    audit: 'export',
    masks: 'file',
    input: z.strictObject({
      ...jobFields,
      ...labelChoices,
      firstSheet: countSchema.default(0),
      sheets: z.int().min(1).max(MOST_SHEETS).default(1),
      /** The name of the file they are printed into: then it is written down as an export. */
      printedTo: lineSchema(255).nullable().default(null),
    }),
    output: z.object({
      people: countSchema,
      labels: countSchema,
      /** Left out, because they took a consent back or want to be left alone (R190). */
      refused: countSchema,
      /** Left out, because nobody has asked them and only those who agreed are wanted. */
      unasked: countSchema,
      sheetCount: countSchema,
      withoutAddress: countSchema,
      /** The first of those without an address. */
      withoutAddressNames: z.array(z.string()),
      sheets: z.array(z.array(placedLabelSchema)),
    }),
  }),
  /** What has left the shop: when, by whom, how much. */
  list: query({
    permission: 'exports.run',
    audit: 'none',
    masks: 'none',
    input: z.strictObject(pageFields),
    output: pageOf(
      z.object({
        id: exportIdSchema,
        at: instantSchema,
        kind: exportKindSchema,
        format: plainText(z.string()),
        rows: countSchema,
        fileName: plainText(z.string()),
        staffName: plainText(z.string()).nullable(),
      }),
    ),
  }),
};
