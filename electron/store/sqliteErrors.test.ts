import { expect, test } from 'vitest';
import { appErrorFromFile } from '../files/fileErrors.ts';
import { appErrorFromSqlite } from './sqliteErrors.ts';

const failed = (code: string): Error => Object.assign(new Error(code), { code });

test('a disk that fails is told from one that is full, for only one of them is helped by making room (R2)', () => {
  for (const code of ['SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_READ', 'SQLITE_IOERR', 'EIO', 'ENODEV'])
    expect(appErrorFromSqlite(failed(code))).toMatchObject({ code: 'disk_failing' });
  for (const code of ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC'])
    expect(appErrorFromSqlite(failed(code))).toMatchObject({ code: 'disk_full' });
  expect(appErrorFromFile(failed('EIO'))).toMatchObject({ code: 'disk_failing' });
  expect(appErrorFromFile(failed('ENOSPC'))).toMatchObject({ code: 'disk_full' });
});
