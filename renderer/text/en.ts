import { app } from './en/app.ts';
import { appointments } from './en/appointments.ts';
import { attachments } from './en/attachments.ts';
import { audit } from './en/audit.ts';
import { backups } from './en/backups.ts';
import { bin } from './en/bin.ts';
import { callbacks } from './en/callbacks.ts';
import { card } from './en/card.ts';
import { care } from './en/care.ts';
import { classes } from './en/classes.ts';
import { common } from './en/common.ts';
import { countCards } from './en/countCards.ts';
import { customers } from './en/customers.ts';
import { duplicates } from './en/duplicates.ts';
import { customFields } from './en/customFields.ts';
import { errors } from './en/errors.ts';
import { exports } from './en/exports.ts';
import { facing } from './en/facing.ts';
import { imports } from './en/imports.ts';
import { inactive } from './en/inactive.ts';
import { reveal } from './en/reveal.ts';
import { interests } from './en/interests.ts';
import { intake } from './en/intake.ts';
import { lists } from './en/lists.ts';
import { loyalty } from './en/loyalty.ts';
import { pointsFiles } from './en/pointsFiles.ts';
import { commissions } from './en/commissions.ts';
import { risk } from './en/risk.ts';
import { ownSegments } from './en/ownSegments.ts';
import { reminderRules } from './en/reminderRules.ts';
import { earning } from './en/earning.ts';
import { tiers } from './en/tiers.ts';
import { printing } from './en/printing.ts';
import { opportunities } from './en/opportunities.ts';
import { orders } from './en/orders.ts';
import { privacy } from './en/privacy.ts';
import { products } from './en/products.ts';
import { referrals } from './en/referrals.ts';
import { rescue } from './en/rescue.ts';
import { incidents } from './en/incidents.ts';
import { measurements } from './en/measurements.ts';
import { serviceRecords } from './en/serviceRecords.ts';
import { signedForms } from './en/signedForms.ts';
import { safety } from './en/safety.ts';
import { forecast } from './en/forecast.ts';
import { movement } from './en/movement.ts';
import { segments } from './en/segments.ts';
import { settings } from './en/settings.ts';
import { staff } from './en/staff.ts';
import { coupons } from './en/coupons.ts';
import { advocates } from './en/advocates.ts';
import { sharers } from './en/sharers.ts';
import { gifts } from './en/gifts.ts';
import { keptGoods } from './en/keptGoods.ts';
import { memberships } from './en/memberships.ts';
import { stamps } from './en/stamps.ts';
import { valueCards } from './en/valueCards.ts';
import { rewards } from './en/rewards.ts';
import { tasks } from './en/tasks.ts';
import { tags } from './en/tags.ts';
import { things } from './en/things.ts';
import { vault } from './en/vault.ts';
import { sales } from './en/sales.ts';
import { credit } from './en/credit.ts';
import { storedValue } from './en/storedValue.ts';
import { wallet } from './en/wallet.ts';
import { visits } from './en/visits.ts';
import type { Translated } from './translated.ts';
import type { zhCN } from './zh-CN.ts';

/** Every word a person reads, in English: exactly the keys of the Chinese. */
export const en: Translated<typeof zhCN> = {
  app,
  appointments,
  attachments,
  audit,
  backups,
  bin,
  callbacks,
  card,
  care,
  classes,
  common,
  countCards,
  customers,
  duplicates,
  customFields,
  errors,
  exports,
  facing,
  imports,
  intake,
  inactive,
  reveal,
  interests,
  lists,
  printing,
  opportunities,
  loyalty,
  pointsFiles,
  commissions,
  earning,
  risk,
  ownSegments,
  reminderRules,
  tiers,
  orders,
  privacy,
  products,
  referrals,
  rescue,
  safety,
  signedForms,
  serviceRecords,
  measurements,
  incidents,
  segments,
  forecast,
  movement,
  settings,
  staff,
  tags,
  tasks,
  coupons,
  rewards,
  advocates,
  gifts,
  sharers,
  keptGoods,
  stamps,
  memberships,
  valueCards,
  things,
  vault,
  sales,
  storedValue,
  credit,
  wallet,
  visits,
};
