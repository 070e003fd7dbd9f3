import { useTranslation } from 'react-i18next';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { client } from '../../ipc/client.ts';
import { everyRejectedRow, type RejectedSource } from './everyRejectedRow.ts';
import { rejectedRowsText } from './rejectedRowsText.ts';

/** Saves every refused row where the person says, in the file's own columns, so that it can be mended there and imported again. */
export const useSaveRejectedRows = (): ((from: RejectedSource) => Promise<void>) => {
  const { t } = useTranslation();
  const showError = useErrorToast();
  return async (from) => {
    try {
      const all = await everyRejectedRow(from);
      const text = rejectedRowsText(
        [...all.columns, t('imports.rejected.line'), t('imports.rejected.column'), t('imports.rejected.why')],
        all.rows,
        (row) => [
          ...all.columns.map((_, at) => row.cells[at] ?? ''),
          String(row.line),
          row.column ?? '',
          t(`imports.rejected.code.${row.code}`),
        ],
      );
      await client.shell.saveText({ suggestedName: `${t('imports.rejected.fileName')}.csv`, text });
    } catch (error) {
      showError(error);
    }
  };
};
