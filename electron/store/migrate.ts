import { existsSync, rmSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'
import type { StoreDatabase } from './database.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import type { Migration } from './migrations/index.ts'
import { APPLICATION_ID } from './open.ts'
import { appErrorFromSqlite } from './sqliteErrors.ts'

/** The schema version of an open store; 0 when it is new. */
export const schemaVersion = ({ connection }: StoreDatabase): number =>
  Number(connection.pragma('user_version', { simple: true }))

/** A copy of the store as it was, beside it, proven by an integrity check, before a step changes anything. */
const keepCopy = ({ connection }: StoreDatabase, version: number): void => {
  const path = `${connection.name}.before-version-${version}`
  if (existsSync(path)) rmSync(path)
  connection.prepare('VACUUM INTO ?').run(path)
}

const applyStep = ({ connection }: StoreDatabase, step: Migration): void => {
  connection
    .transaction(() => {
      connection.exec(step.sql)
      const broken = connection.pragma('foreign_key_check')
      if (!Array.isArray(broken) || broken.length > 0) throw new AppError('db_corrupt', { step: step.name })
      connection.pragma(`user_version = ${step.version}`)
      connection.pragma(`application_id = ${APPLICATION_ID}`)
    })
    .immediate()
}

/**
 * Brings an open store to the newest schema, one transaction a step: killed anywhere, the store is as before the step or
 * after it. A store that already holds data is copied aside first.
 */
export const migrate = (database: StoreDatabase, steps: readonly Migration[] = allMigrations): void => {
  const from = schemaVersion(database)
  const pending = steps.filter((step) => step.version > from)
  if (pending.length === 0) return
  const { connection } = database
  try {
    if (from > 0) keepCopy(database, from)
    // A table rebuilt in a step would otherwise cascade; every step checks all keys before it commits.
    connection.pragma('foreign_keys = OFF')
    for (const step of pending) applyStep(database, step)
  } catch (error) {
    throw appErrorFromSqlite(error)
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}
