import { existsSync } from 'node:fs'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { backupsContract } from '../../shared/contract/backups.ts'
import { AppError, unwrap } from '../../shared/errors.ts'
import type { Envelope } from '../../shared/errors.ts'
import type { OutputOf } from '../../shared/contract.ts'
import type { PathTokens } from './tokens.ts'

export interface RestoreSteps {
  readonly storePath: string
  readonly backupPath: string
  readonly tokens: PathTokens
  /** Asks the engine for a study. */
  readonly ask: (name: string, input: Readonly<Record<string, unknown>>) => Promise<Envelope<unknown>>
  /** Closes both workers and their files. */
  readonly stop: () => Promise<void>
  readonly start: () => Promise<Envelope<null>>
}

/** A whole, synced copy waiting to take the store's place. */
const incoming = (storePath: string): string => `${storePath}.restoring`
const SIDE_FILES = ['', '-wal', '-shm'] as const

const syncPath = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Windows cannot sync a folder; there the rename is durable by the file system's own journal. */
const syncFolder = async (path: string): Promise<void> => {
  if (process.platform !== 'win32') await syncPath(dirname(path))
}

/** Moves a store and its side files; what is not there is passed over. */
const moveStore = async (from: string, to: string): Promise<void> => {
  for (const side of SIDE_FILES) if (existsSync(from + side)) await rename(from + side, to + side)
}

const stamp = (): string => new Date().toISOString().replace(/[:.]/g, '-')

/**
 * Finishes a restore that the power cut between its two renames: the old store is already aside, the new one is whole.
 * Without this the program would start with an empty store.
 */
export const recoverInterruptedRestore = async (storePath: string): Promise<void> => {
  if (!existsSync(storePath) && existsSync(incoming(storePath))) await rename(incoming(storePath), storePath)
}

/**
 * Puts a backup in the store's place. The backup is proven first and copied whole; the present store is kept aside and
 * comes back when the new one does not open. Errors: backup_invalid, disk_full, folder_readonly.
 */
export const restoreBackup = async (steps: RestoreSteps): Promise<OutputOf<'backups.restore'>> => {
  const { storePath, backupPath, tokens } = steps
  const file = tokens.issue(backupPath).token
  const verified = backupsContract.verify.output.parse(unwrap(await steps.ask('backups.verify', { file })))
  if (!verified.ok) throw new AppError('backup_invalid', { problem: verified.problems[0] ?? 'unknown' })
  const content = backupsContract.inspect.output.parse(unwrap(await steps.ask('backups.inspect', { file })))

  const partial = `${incoming(storePath)}.partial`
  await copyFile(backupPath, partial)
  await syncPath(partial)
  await rename(partial, incoming(storePath))
  await syncFolder(storePath)

  await steps.stop()
  const keptAs = existsSync(storePath) ? `${storePath}.before-restore-${stamp()}` : null
  if (keptAs !== null) await moveStore(storePath, keptAs)
  await rename(incoming(storePath), storePath)
  await syncFolder(storePath)

  const state = await steps.start()
  if (!state.ok) {
    await steps.stop()
    await rm(storePath, { force: true })
    if (keptAs !== null) await moveStore(keptAs, storePath)
    await steps.start()
    throw new AppError(state.error.code, state.error.details)
  }
  const { shopName, schemaVersion, lastBusinessDate, lastChangeAt, counts } = content
  return { keptAs, content: { shopName, schemaVersion, lastBusinessDate, lastChangeAt, counts } }
}
