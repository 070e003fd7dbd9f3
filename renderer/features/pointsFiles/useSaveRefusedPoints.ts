import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { client } from '../../ipc/client.ts';
import { rejectedRowsText } from '../imports/rejectedRowsText.ts';

type Rows = OutputOf<'pointsFiles.previewRows'>;
type PreviewId = OutputOf<'pointsFiles.preview'>['previewId'];

/** As many as cross the bridge at once. */
const PAGE = 200;

const everyRefusedRow = async (previewId: PreviewId): Promise<Pick<Rows, 'rows' | 'columns'>> => {
  const found: Rows['rows'] = [];
  for (;;) {
    const { total, rows, columns } = await client.pointsFiles.previewRows({
      previewId,
      show: 'refused',
      offset: found.length,
      limit: PAGE,
    });
    found.push(...rows);
    if (rows.length === 0 || found.length >= total) return { rows: found, columns };
  }
};

/** Saves every refused row where the person says, in the file's own columns with why, so that it can be mended there and chosen again. */
export const useSaveRefusedPoints = (): ((previewId: PreviewId) => Promise<void>) => {
  const { t } = useTranslation();
  const showError = useErrorToast();
  return async (previewId) => {
    try {
      const { rows, columns } = await everyRefusedRow(previewId);
      const text = rejectedRowsText([...columns, t('pointsFiles.preview.line'), t('pointsFiles.preview.why')], rows, (row) => [
        ...columns.map((_, at) => row.cells[at] ?? ''),
        String(row.line),
        row.refusal === null ? '' : t(`pointsFiles.refusal.${row.refusal}`, { value: row.value }),
      ]);
      await client.shell.saveText({ suggestedName: `${t('pointsFiles.preview.fileName')}.csv`, text });
    } catch (error) {
      showError(error);
    }
  };
};
