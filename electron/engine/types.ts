import type { Cutoffs } from '../../shared/contract/segments.ts'
import type { LocalDate } from '../../shared/types/time.ts'

/** Judgements of some hundreds of customers, from the engine's own snapshot. */
export interface JudgementBatch {
  readonly date: LocalDate
  readonly customers: readonly unknown[]
}

/** A run over everyone is complete: what it was judged by, so that the next one knows whether it is needed. */
export interface FinishedRun {
  readonly date: LocalDate
  readonly settings: string
  readonly cutoffs: Cutoffs
}
