import { app } from './zh-CN/app.ts';
import { appointments } from './zh-CN/appointments.ts';
import { attachments } from './zh-CN/attachments.ts';
import { audit } from './zh-CN/audit.ts';
import { backups } from './zh-CN/backups.ts';
import { bin } from './zh-CN/bin.ts';
import { callbacks } from './zh-CN/callbacks.ts';
import { card } from './zh-CN/card.ts';
import { care } from './zh-CN/care.ts';
import { classes } from './zh-CN/classes.ts';
import { common } from './zh-CN/common.ts';
import { countCards } from './zh-CN/countCards.ts';
import { customers } from './zh-CN/customers.ts';
import { duplicates } from './zh-CN/duplicates.ts';
import { customFields } from './zh-CN/customFields.ts';
import { errors } from './zh-CN/errors.ts';
import { exports } from './zh-CN/exports.ts';
import { facing } from './zh-CN/facing.ts';
import { imports } from './zh-CN/imports.ts';
import { inactive } from './zh-CN/inactive.ts';
import { reveal } from './zh-CN/reveal.ts';
import { interests } from './zh-CN/interests.ts';
import { intake } from './zh-CN/intake.ts';
import { lists } from './zh-CN/lists.ts';
import { loyalty } from './zh-CN/loyalty.ts';
import { pointsFiles } from './zh-CN/pointsFiles.ts';
import { commissions } from './zh-CN/commissions.ts';
import { risk } from './zh-CN/risk.ts';
import { ownSegments } from './zh-CN/ownSegments.ts';
import { reminderRules } from './zh-CN/reminderRules.ts';
import { earning } from './zh-CN/earning.ts';
import { tiers } from './zh-CN/tiers.ts';
import { printing } from './zh-CN/printing.ts';
import { opportunities } from './zh-CN/opportunities.ts';
import { orders } from './zh-CN/orders.ts';
import { privacy } from './zh-CN/privacy.ts';
import { products } from './zh-CN/products.ts';
import { referrals } from './zh-CN/referrals.ts';
import { rescue } from './zh-CN/rescue.ts';
import { incidents } from './zh-CN/incidents.ts';
import { measurements } from './zh-CN/measurements.ts';
import { serviceRecords } from './zh-CN/serviceRecords.ts';
import { signedForms } from './zh-CN/signedForms.ts';
import { safety } from './zh-CN/safety.ts';
import { forecast } from './zh-CN/forecast.ts';
import { movement } from './zh-CN/movement.ts';
import { segments } from './zh-CN/segments.ts';
import { settings } from './zh-CN/settings.ts';
import { staff } from './zh-CN/staff.ts';
import { coupons } from './zh-CN/coupons.ts';
import { advocates } from './zh-CN/advocates.ts';
import { sharers } from './zh-CN/sharers.ts';
import { gifts } from './zh-CN/gifts.ts';
import { keptGoods } from './zh-CN/keptGoods.ts';
import { memberships } from './zh-CN/memberships.ts';
import { stamps } from './zh-CN/stamps.ts';
import { valueCards } from './zh-CN/valueCards.ts';
import { rewards } from './zh-CN/rewards.ts';
import { tasks } from './zh-CN/tasks.ts';
import { tags } from './zh-CN/tags.ts';
import { things } from './zh-CN/things.ts';
import { vault } from './zh-CN/vault.ts';
import { sales } from './zh-CN/sales.ts';
import { credit } from './zh-CN/credit.ts';
import { storedValue } from './zh-CN/storedValue.ts';
import { wallet } from './zh-CN/wallet.ts';
import { visits } from './zh-CN/visits.ts';

/** Every word a person reads, in Chinese: the language that the keys are typed by. */
export const zhCN = {
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
