import type { OutputOf } from '../../../shared/contract.ts';
import type { ImportId } from '../../../shared/types/ids.ts';
import { client } from '../../ipc/client.ts';

type RejectedRow = OutputOf<'imports.rejectedRows'>['rows'][number];

/** As many as cross the bridge at once. */
const PAGE = 200;

/** Every refused row of an import, page by page. */
export const everyRejectedRow = async (importId: ImportId): Promise<RejectedRow[]> => {
  const found: RejectedRow[] = [];
  for (;;) {
    const { total, rows } = await client.imports.rejectedRows({ importId, offset: found.length, limit: PAGE });
    found.push(...rows);
    if (rows.length === 0 || found.length >= total) return found;
  }
};
