import { backupsInternal, backupsStudies } from '../../../electron/handlers/backups.ts';
import { createBackup } from '../../../electron/handlers/backups/create.ts';
import type { StudyContext } from '../../../electron/handlers/context.ts';
import { pathToken } from '../../../shared/types/ids.ts';
import { openTestStore, openTestStudy } from '../../helpers/store.ts';
import type { TestStore, TestStudy } from '../../helpers/store.ts';
import { fillStore } from './fill.ts';

const TOKEN = pathToken('00000000-0000-7000-8000-000000000001');

/** A filled store with the studies of the backups area over it. */
export const openBackupDesk = () => {
  const store: TestStore = openTestStore({ onDisk: true });
  fillStore(store);
  const study: TestStudy = openTestStudy(store, backupsInternal);
  const on = (path: string, context: StudyContext = study.context): StudyContext => ({ ...context, pathOf: () => path });
  return {
    store,
    study,
    /** `partBytes` cuts it into parts. */
    create: (folder: string, context?: StudyContext, partBytes?: number) =>
      createBackup(on(folder, context), { folder: TOKEN, occasion: 'hand' }, partBytes),
    verify: (path: string, code: string | null = null) => backupsStudies['backups.verify'](on(path), { file: TOKEN, code }),
    inspect: (path: string, code: string | null = null) => backupsStudies['backups.inspect'](on(path), { file: TOKEN, code }),
    close: () => {
      study.close();
      store.close();
    },
  };
};
export type BackupDesk = ReturnType<typeof openBackupDesk>;
