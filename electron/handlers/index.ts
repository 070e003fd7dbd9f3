import type { Area } from '../../shared/contract.ts';
import { attachmentsHandlers } from './attachments.ts';
import { backupsHandlers, backupsInternal, backupsStudies } from './backups.ts';
import { bulkEditsHandlers, bulkEditsInternal, bulkEditsStudies } from './bulkEdits.ts';
import { callbacksHandlers } from './callbacks.ts';
import { careHandlers, careInternal } from './care.ts';
import type { HandlersOf, StoreContext, StudiesOf } from './context.ts';
import { customerViewsHandlers } from './customerViews.ts';
import { customersHandlers } from './customers.ts';
import { customFieldsHandlers } from './customFields.ts';
import { engineInternal, engineStudies } from './engine.ts';
import { exportsHandlers, exportsInternal, exportsStudies } from './exports.ts';
import { handoversHandlers } from './handovers.ts';
import { importsHandlers, importsInternal, importsStudies } from './imports.ts';
import { intakeHandlers } from './intake.ts';
import type { InternalCommands } from './internal.ts';
import { interestsHandlers } from './interests.ts';
import { loyaltyHandlers } from './loyalty.ts';
import { binHandlers } from './bin.ts';
import { duplicatesHandlers, duplicatesInternal, duplicatesStudies } from './duplicates.ts';
import { mergesHandlers } from './merges.ts';
import { productsHandlers } from './products.ts';
import { safetyHandlers } from './safety.ts';
import { recentsHandlers } from './recents.ts';
import { segmentsHandlers } from './segments.ts';
import { settingsHandlers } from './settings.ts';
import { staffHandlers } from './staff.ts';
import { tagsHandlers } from './tags.ts';
import { thingsHandlers } from './things.ts';
import { visitsHandlers } from './visits.ts';

/** Every query and command of the contract. */
export const storeHandlers: HandlersOf<Area> = {
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
  ...thingsHandlers,
  ...interestsHandlers,
  ...loyaltyHandlers,
  ...segmentsHandlers,
  ...callbacksHandlers,
  ...staffHandlers,
  ...safetyHandlers,
  ...attachmentsHandlers,
  ...importsHandlers,
  ...duplicatesHandlers,
  ...mergesHandlers,
  ...exportsHandlers,
  ...binHandlers,
  ...backupsHandlers,
  ...settingsHandlers,
};

/** Every study of the contract. */
export const studyHandlers: StudiesOf<Area> = {
  ...duplicatesStudies,
  ...importsStudies,
  ...exportsStudies,
  ...bulkEditsStudies,
  ...backupsStudies,
  ...engineStudies,
};

/** What the engine may ask the writer to do. */
export const internalHandlers: {
  readonly [Name in keyof InternalCommands]: (
    context: StoreContext,
    input: InternalCommands[Name]['input'],
  ) => InternalCommands[Name]['output'];
} = {
  ...importsInternal,
  ...duplicatesInternal,
  ...exportsInternal,
  ...bulkEditsInternal,
  ...backupsInternal,
  ...engineInternal,
  ...careInternal,
};
