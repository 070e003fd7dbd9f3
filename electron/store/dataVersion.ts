import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';

/** Changes whenever another connection has committed, in this process or another. Its own commits do not change it. */
export const dataVersion = (database: StoreDatabase): number =>
  plainRows<{ data_version: number }>(database, 'PRAGMA data_version')[0]?.data_version ?? 0;

/** The schema version of an open store; 0 when it is new. */
export const schemaVersion = ({ connection }: StoreDatabase): number =>
  Number(connection.pragma('user_version', { simple: true }));
