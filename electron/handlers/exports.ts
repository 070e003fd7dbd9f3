import { exportId } from '../../shared/types/ids.ts';
import { insertExport, listExports } from '../store/exports.ts';
import { recordAudit } from './audit/record.ts';
import type { HandlersOf, StoreContext, StudiesOf } from './context.ts';
import { exportCustomers } from './exports/customers.ts';
import { layLabels } from './exports/labels.ts';
import { exportPurchases } from './exports/purchases.ts';
import type { InternalCommands } from './internal.ts';

export const exportsHandlers: HandlersOf<'exports'> = {
  'exports.list': (context, page) => {
    const { total, rows } = listExports(context.database, page);
    return {
      total,
      rows: rows.map(({ row_count: count, file_name: fileName, staff_name: staffName, ...row }) => ({
        ...row,
        rows: count,
        fileName,
        staffName,
      })),
    };
  },
};

/** Long work of the exports area (R201, X41). */
export const exportsStudies: StudiesOf<'exports'> = {
  'exports.customers': exportCustomers,
  'exports.purchases': exportPurchases,
  'exports.labels': layLabels,
};

/** What the engine asks the writer to write down. */
export const exportsInternal = {
  'exports.register': (context: StoreContext, input: InternalCommands['exports.register']['input']): null => {
    insertExport(context.database, {
      id: exportId(context.newId()),
      at: context.now(),
      kind: input.kind,
      format: input.format,
      row_count: input.rows,
      columns: JSON.stringify(input.columns),
      file_name: input.fileName,
      staff_id: context.actor.staffId,
    });
    const { kind, format, rows, fileName } = input;
    recordAudit(context, { operation: `exports.${kind}`, details: { file: fileName, format, rows } });
    context.changed(['exports'], []);
    return null;
  },
} as const;
