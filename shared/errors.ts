/** Every expected failure. The screen turns a code into a sentence: what happened, and what to do now. */
export const appErrorCodes = [
  'bad_input', // details.issues: [{ path, message }]
  'unknown_operation',
  'not_permitted', // details.permission
  'not_found', // details.what
  'conflict', // details.reason: what stands in the way
  'not_enough_points', // details.balance, details.wanted
  'already_undone',
  'cancelled',
  'job_running', // details.operation
  'file_missing',
  'file_unreadable',
  'file_empty',
  'file_binary', // details.looksLike: it is no table, but a picture, a document, a database
  'file_damaged', // details.looksLike: begins like a spreadsheet and cannot be read to its end
  'file_protected', // a spreadsheet with a password
  'file_too_large', // details.limitBytes, limitRows, limitCells or limitSheets
  'file_encoding',
  'file_unterminated_quote', // details.line
  'column_unknown', // details.column, details.known
  'column_missing', // details.field
  'import_already_done', // details.importId, details.at
  'attachment_type', // details.name
  'attachment_damaged', // details.name
  'attachment_dimensions', // details.name
  'attachment_too_large', // details.name, details.limitBytes
  'attachment_quota', // details.limitBytes
  'upload_lost',
  'folder_missing',
  'folder_readonly',
  'disk_full',
  'disk_failing', // it, or its cable, does not do what it is told: read or write errors, a stick pulled out
  'token_unknown',
  'backup_not_verified', // details.problem
  'backup_invalid', // details.problem
  'backup_locked', // another shop's or PC's: the code of its recovery sheet opens it
  'backup_part_missing', // details.file
  'db_not_database',
  'db_corrupt', // details.problem: header, first_page, cut_short, page, index, found later; details.table
  'db_lost_writes', // details.commits: finished writes behind damage in the log
  'db_readonly',
  'db_from_future', // details.version, details.supported
  'db_locked',
  'keys_missing', // the store is locked, and the file that seals its key is gone
  'keys_damaged', // the file that holds the store's key
  'store_locked', // details.ways: how it can be opened
  'key_wrong', // details.way
  'seat_locked', // nobody has signed in at this desk
  'pin_wrong', // details.triesLeft, details.waitSeconds
  'pin_wait', // details.waitSeconds
  'store_restarted',
  'internal',
] as const;

export type AppErrorCode = (typeof appErrorCodes)[number];

/** What a failure of the file system means, by the name Node gives it. */
export const fileErrorCodes: Readonly<Record<string, AppErrorCode>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EIO: 'disk_failing',
  ENXIO: 'disk_failing',
  ENODEV: 'disk_failing',
  ENOTCONN: 'disk_failing',
  EROFS: 'folder_readonly',
  EACCES: 'folder_readonly',
  EPERM: 'folder_readonly',
  ENOENT: 'file_missing',
  ENOTDIR: 'folder_missing',
  EISDIR: 'file_unreadable',
};

/** Plain data that fills the sentence. Never a phone number, never a stack. */
export type ErrorDetails = { readonly [key: string]: unknown };

/** An expected failure: crosses threads and the bridge as an Envelope. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly details: ErrorDetails;

  constructor(code: AppErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

export interface ErrorEnvelope {
  readonly ok: false;
  readonly error: { readonly code: AppErrorCode; readonly details: ErrorDetails };
}

/** What crosses the bridge: a value, or a code with its details. */
export type Envelope<T> = { readonly ok: true; readonly value: T } | ErrorEnvelope;

/** The envelope of a failure; anything that is not an AppError becomes `internal`, its text kept for the log only. */
export const failure = (error: unknown): ErrorEnvelope =>
  error instanceof AppError
    ? { ok: false, error: { code: error.code, details: error.details } }
    : { ok: false, error: { code: 'internal', details: {} } };

/** The value of an envelope, or the AppError it carries. */
export const unwrap = <T>(envelope: Envelope<T>): T => {
  if (envelope.ok) return envelope.value;
  throw new AppError(envelope.error.code, envelope.error.details);
};
