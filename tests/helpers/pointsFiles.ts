import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { pointsFilesHandlers, pointsFilesInternal, pointsFilesStudies } from '../../electron/handlers/pointsFiles.ts';
import type { InternalCommands } from '../../electron/handlers/internal.ts';
import { listEntriesInOrder } from '../../electron/store/loyalty.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import { replayPoints } from '../../shared/domain/loyalty/replay.ts';
import { pathToken } from '../../shared/types/ids.ts';
import type { CustomerId, PathToken, PointsFileId } from '../../shared/types/ids.ts';
import { openMergeDesk } from './merges.ts';
import { openTestStudy } from './store.ts';
import type { TestStudy } from './store.ts';

type Wish = Omit<CallInput<'pointsFiles.preview'>, 'file'>;
type Outcome = OutputOf<'pointsFiles.apply'>;

/** A desk with points by file beside it; files are given as text or bytes. */
export const openPointsDesk = () => {
  const desk = openMergeDesk({ onDisk: true });
  const folder = mkdtempSync(join(dirname(desk.path), 'files-'));
  const paths: Record<string, string> = {};
  const alone = openTestStudy(desk, pointsFilesInternal, paths);
  let onPart: ((name: keyof InternalCommands) => void) | null = null;
  const study: TestStudy = {
    ...alone,
    context: {
      ...alone.context,
      write: async (name, input) => {
        const answer = await alone.context.write(name, input);
        onPart?.(name);
        return answer;
      },
    },
  };
  const { context } = study;
  const { pointsFiles } = contract;
  const preview = (file: PathToken, wish: Wish = {}) =>
    pointsFilesStudies['pointsFiles.preview'](context, pointsFiles.preview.input.parse({ file, ...wish }));
  const apply = (file: PathToken, wish: Omit<CallInput<'pointsFiles.apply'>, 'file'>) =>
    pointsFilesStudies['pointsFiles.apply'](context, pointsFiles.apply.input.parse({ file, ...wish }));
  return {
    ...desk,
    study,
    /** Called after each part the writer has done: the desk's turn. */
    onPart: (work: typeof onPart) => {
      onPart = work;
    },
    write: (name: string, content: string | Uint8Array): PathToken => {
      const token = pathToken(randomUUID());
      paths[token] = join(folder, name);
      writeFileSync(join(folder, name), content);
      return token;
    },
    inspect: (file: PathToken) => pointsFilesStudies['pointsFiles.inspect'](context, pointsFiles.inspect.input.parse({ file })),
    preview,
    apply,
    /** As the person does: looks, and says yes to what was shown. */
    previewAndApply: async (file: PathToken, wish: Wish & { readonly again?: boolean } = {}): Promise<Outcome> => {
      const { again = false, ...looked } = wish;
      return apply(file, { ...looked, again, confirmed: (await preview(file, looked)).fingerprint });
    },
    previewRows: async (
      { previewId }: OutputOf<'pointsFiles.preview'>,
      show: CallInput<'pointsFiles.previewRows'>['show'] = 'all',
    ) =>
      (await pointsFilesStudies['pointsFiles.previewRows'](context, pointsFiles.previewRows.input.parse({ previewId, show })))
        .rows,
    goOn: (fileId: PointsFileId) => pointsFilesStudies['pointsFiles.goOn'](context, { fileId }),
    undoFile: (fileId: PointsFileId) => pointsFilesStudies['pointsFiles.undo'](context, { fileId }),
    list: () =>
      pointsFiles.list.output.parse(pointsFilesHandlers['pointsFiles.list'](desk.context, pointsFiles.list.input.parse({}))).rows,
    rows: (fileId: PointsFileId, isRefusedOnly = false) =>
      pointsFiles.rows.output.parse(
        pointsFilesHandlers['pointsFiles.rows'](desk.context, pointsFiles.rows.input.parse({ fileId, isRefusedOnly })),
      ).rows,
    /** The balance, by every way it is known: the summary, the sum of the ledger, and what is left in the lots without what is owed. */
    balance: (id: CustomerId): number => {
      const { balance, lots, owed } = replayPoints(listEntriesInOrder(desk.database, id));
      expect(lots.reduce((sum, { remaining }) => sum + remaining, 0) - owed).toBe(balance);
      expect(desk.summary(id).points_balance).toBe(balance);
      return balance;
    },
    close: () => {
      study.close();
      desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
export type PointsDesk = ReturnType<typeof openPointsDesk>;
