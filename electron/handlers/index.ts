import type { Area } from '../../shared/contract.ts';
import { advocatesHandlers } from './advocates.ts';
import { appointmentsHandlers } from './appointments.ts';
import { attachmentsHandlers } from './attachments.ts';
import { auditHandlers, auditInternal, auditStudies } from './audit.ts';
import { backupsHandlers, backupsInternal, backupsStudies } from './backups.ts';
import { incomingStudies } from './backups/incoming.ts';
import { bulkEditsHandlers, bulkEditsInternal, bulkEditsStudies } from './bulkEdits.ts';
import { callbacksHandlers } from './callbacks.ts';
import { careHandlers, careInternal } from './care.ts';
import { deferralsHandlers } from './deferrals.ts';
import type { HandlersOf, StoreContext, StudiesOf } from './context.ts';
import { couponsHandlers } from './coupons.ts';
import { sampleSetsHandlers } from './sampleSets.ts';
import { giftsHandlers } from './gifts.ts';
import { keptGoodsHandlers } from './keptGoods.ts';
import { membershipsHandlers } from './memberships.ts';
import { stampsHandlers } from './stamps.ts';
import { valueCardsHandlers } from './valueCards.ts';
import { rewardsHandlers } from './rewards.ts';
import { customerViewsHandlers } from './customerViews.ts';
import { customersHandlers, customersStudies } from './customers.ts';
import { customFieldsHandlers } from './customFields.ts';
import { engineInternal, engineStudies } from './engine.ts';
import { forecastStudies } from './forecast.ts';
import { movementStudies } from './movement.ts';
import { exportsHandlers, exportsInternal, exportsStudies } from './exports.ts';
import { handoversHandlers } from './handovers.ts';
import { importsHandlers, importsInternal, importsStudies } from './imports.ts';
import { incidentsHandlers } from './incidents.ts';
import { intakeHandlers } from './intake.ts';
import type { InternalCommands } from './internal.ts';
import { interestsHandlers } from './interests.ts';
import { loyaltyHandlers } from './loyalty.ts';
import { binHandlers } from './bin.ts';
import { duplicatesHandlers, duplicatesInternal, duplicatesStudies } from './duplicates.ts';
import { inactiveHandlers } from './inactive.ts';
import { measurementsHandlers } from './measurements.ts';
import { mergesHandlers } from './merges.ts';
import { parkedVisitsHandlers } from './parkedVisits.ts';
import { pointsFilesHandlers, pointsFilesInternal, pointsFilesStudies } from './pointsFiles.ts';
import { printingHandlers } from './printing.ts';
import { privacyHandlers, privacyInternal, privacyInternalStudies, privacyStudies } from './privacy.ts';
import { productsHandlers } from './products.ts';
import { queueHandlers } from './queue.ts';
import { rescueStudies } from './rescue.ts';
import { rostersHandlers } from './rosters.ts';
import { countCardsHandlers } from './countCards.ts';
import { commissionsHandlers } from './commissions.ts';
import { earningRulesHandlers } from './earningRules.ts';
import { riskStudies } from './risk.ts';
import { ownSegmentStudies, ownSegmentsHandlers } from './ownSegments.ts';
import { reminderRuleStudies, reminderRulesHandlers } from './reminderRules.ts';
import { opportunitiesHandlers } from './opportunities.ts';
import { tiersHandlers, tiersStudies } from './tiers.ts';
import { ordersHandlers } from './orders.ts';
import { serviceRecordsHandlers } from './serviceRecords.ts';
import { signedFormsHandlers } from './signedForms.ts';
import { safetyHandlers } from './safety.ts';
import { referralsHandlers, referralsStudies } from './referrals.ts';
import { recentsHandlers } from './recents.ts';
import { segmentsHandlers } from './segments.ts';
import { settingsHandlers, settingsStudies } from './settings.ts';
import { sharersHandlers } from './sharers.ts';
import { memberCardsHandlers } from './memberCards.ts';
import { creditHandlers } from './credit.ts';
import { spendingPinsHandlers } from './spendingPins.ts';
import { storedValueHandlers } from './storedValue.ts';
import { staffHandlers } from './staff.ts';
import { staffInternal } from './staff/internal.ts';
import { tagsHandlers } from './tags.ts';
import { tasksHandlers } from './tasks.ts';
import { thingsHandlers } from './things.ts';
import { vaultInternalStudies } from './vault.ts';
import { visitsHandlers } from './visits.ts';
import { waitlistHandlers } from './waitlist.ts';

/** Every query and command of the contract. */
export const storeHandlers: HandlersOf<Area> = {
  ...auditHandlers,
  ...customersHandlers,
  ...careHandlers,
  ...intakeHandlers,
  ...tagsHandlers,
  ...customFieldsHandlers,
  ...handoversHandlers,
  ...customerViewsHandlers,
  ...recentsHandlers,
  ...bulkEditsHandlers,
  ...productsHandlers,
  ...visitsHandlers,
  ...appointmentsHandlers,
  ...rostersHandlers,
  ...queueHandlers,
  ...waitlistHandlers,
  ...parkedVisitsHandlers,
  ...deferralsHandlers,
  ...thingsHandlers,
  ...interestsHandlers,
  ...ordersHandlers,
  ...serviceRecordsHandlers,
  ...signedFormsHandlers,
  ...printingHandlers,
  ...measurementsHandlers,
  ...incidentsHandlers,
  ...tasksHandlers,
  ...countCardsHandlers,
  ...opportunitiesHandlers,
  ...earningRulesHandlers,
  ...ownSegmentsHandlers,
  ...reminderRulesHandlers,
  ...commissionsHandlers,
  ...tiersHandlers,
  ...loyaltyHandlers,
  ...pointsFilesHandlers,
  ...storedValueHandlers,
  ...creditHandlers,
  ...spendingPinsHandlers,
  ...memberCardsHandlers,
  ...sharersHandlers,
  ...couponsHandlers,
  ...referralsHandlers,
  ...advocatesHandlers,
  ...rewardsHandlers,
  ...giftsHandlers,
  ...sampleSetsHandlers,
  ...keptGoodsHandlers,
  ...stampsHandlers,
  ...membershipsHandlers,
  ...valueCardsHandlers,
  ...segmentsHandlers,
  ...callbacksHandlers,
  ...staffHandlers,
  ...safetyHandlers,
  ...attachmentsHandlers,
  ...importsHandlers,
  ...duplicatesHandlers,
  ...mergesHandlers,
  ...inactiveHandlers,
  ...exportsHandlers,
  ...binHandlers,
  ...backupsHandlers,
  ...settingsHandlers,
  ...privacyHandlers,
};

/** Every study of the contract. */
export const studyHandlers: StudiesOf<Area> = {
  ...auditStudies,
  ...customersStudies,
  ...duplicatesStudies,
  ...importsStudies,
  ...exportsStudies,
  ...bulkEditsStudies,
  ...pointsFilesStudies,
  ...backupsStudies,
  ...engineStudies,
  ...forecastStudies,
  ...ownSegmentStudies,
  ...riskStudies,
  ...reminderRuleStudies,
  ...movementStudies,
  ...settingsStudies,
  ...tiersStudies,
  ...privacyStudies,
  ...referralsStudies,
};

/** What the gate may ask of a thread of its own; the contract lists none of it. */
export const internalStudies = { ...vaultInternalStudies, ...incomingStudies, ...privacyInternalStudies, ...rescueStudies };

/** What the engine and the gate itself may ask the writer to do. */
export const internalHandlers: {
  readonly [Name in keyof InternalCommands]: (
    context: StoreContext,
    input: InternalCommands[Name]['input'],
  ) => InternalCommands[Name]['output'];
} = {
  ...auditInternal,
  ...importsInternal,
  ...duplicatesInternal,
  ...exportsInternal,
  ...bulkEditsInternal,
  ...pointsFilesInternal,
  ...backupsInternal,
  ...engineInternal,
  ...careInternal,
  ...staffInternal,
  ...privacyInternal,
};
