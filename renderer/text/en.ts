import { app } from './en/app.ts';
import { attachments } from './en/attachments.ts';
import { backups } from './en/backups.ts';
import { bin } from './en/bin.ts';
import { callbacks } from './en/callbacks.ts';
import { card } from './en/card.ts';
import { care } from './en/care.ts';
import { classes } from './en/classes.ts';
import { common } from './en/common.ts';
import { customers } from './en/customers.ts';
import { duplicates } from './en/duplicates.ts';
import { customFields } from './en/customFields.ts';
import { errors } from './en/errors.ts';
import { exports } from './en/exports.ts';
import { facing } from './en/facing.ts';
import { imports } from './en/imports.ts';
import { interests } from './en/interests.ts';
import { intake } from './en/intake.ts';
import { lists } from './en/lists.ts';
import { products } from './en/products.ts';
import { safety } from './en/safety.ts';
import { segments } from './en/segments.ts';
import { settings } from './en/settings.ts';
import { tags } from './en/tags.ts';
import { things } from './en/things.ts';
import { visits } from './en/visits.ts';
import type { Translated } from './translated.ts';
import type { zhCN } from './zh-CN.ts';

/** Every word a person reads, in English: exactly the keys of the Chinese. */
export const en: Translated<typeof zhCN> = {
  app,
  attachments,
  backups,
  bin,
  callbacks,
  card,
  care,
  classes,
  common,
  customers,
  duplicates,
  customFields,
  errors,
  exports,
  facing,
  imports,
  intake,
  interests,
  lists,
  products,
  safety,
  segments,
  settings,
  tags,
  things,
  visits,
};
