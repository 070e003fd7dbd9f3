/** A parsed import lies in a scratch database; the writer takes it over in one transaction. */
export interface ImportCommit {
  readonly scratchPath: string
}
export interface ImportCommitted {
  readonly importId: string
}
