import type { Selectable } from 'kysely';
import type { StaffId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { execute, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';

export interface ReadTraining {
  readonly version: number;
  readonly on_date: LocalDate;
}

/** When somebody last confirmed the training; `null` is the owner's seat before there are accounts. */
export const findLastTraining = (database: StoreDatabase, staffId: StaffId | null): ReadTraining | undefined =>
  plainRows<ReadTraining>(
    database,
    'SELECT version, on_date FROM training_acknowledgements WHERE staff_id IS @staffId ORDER BY at DESC, id DESC LIMIT 1',
    { staffId },
  )[0];

export const insertTraining = (database: StoreDatabase, row: Selectable<Schema['training_acknowledgements']>): void => {
  execute(database, sqlite.insertInto('training_acknowledgements').values(row));
};

export interface TrainedStaffRow {
  readonly id: StaffId;
  readonly name: string;
  readonly version: number | null;
  readonly on_date: LocalDate | null;
}

/** Everybody who works here, with what they confirmed last. */
export const listTrainedStaff = (database: StoreDatabase): TrainedStaffRow[] =>
  plainRows<TrainedStaffRow>(
    database,
    `SELECT staff.id, staff.name, last.version, last.on_date FROM staff
     LEFT JOIN training_acknowledgements AS last ON last.id = (
       SELECT id FROM training_acknowledgements AS read WHERE read.staff_id = staff.id ORDER BY at DESC, id DESC LIMIT 1)
     WHERE staff.is_active = 1 ORDER BY staff.name, staff.id LIMIT 200`,
  );
