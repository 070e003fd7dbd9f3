import type { OutputOf } from '../../../shared/contract.ts';
import type { ImportId } from '../../../shared/types/ids.ts';
import { client } from '../../ipc/client.ts';

/** Where refused rows lie: with the import that keeps them, or with the preview that found them. */
export type RejectedSource = { readonly importId: ImportId } | { readonly previewId: ImportId };

type Rejected = OutputOf<'imports.rejectedRows'>;

/** As many as cross the bridge at once. */
const PAGE = 200;

const pageOf = (source: RejectedSource, offset: number): Promise<Rejected> =>
  'importId' in source
    ? client.imports.rejectedRows({ importId: source.importId, offset, limit: PAGE })
    : client.imports.previewRejected({ previewId: source.previewId, offset, limit: PAGE });

/** Every refused row with the names of the file's columns, page by page. */
export const everyRejectedRow = async (source: RejectedSource): Promise<Pick<Rejected, 'rows' | 'columns'>> => {
  const found: Rejected['rows'] = [];
  for (;;) {
    const { total, rows, columns } = await pageOf(source, found.length);
    found.push(...rows);
    if (rows.length === 0 || found.length >= total) return { rows: found, columns };
  }
};
