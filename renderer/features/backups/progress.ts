import type { JobProgress } from '../../ipc/useJob.ts';

const phases = ['copy', 'write', 'read', 'check', 'done'] as const;

/** What a backup is doing; before its first word it is getting ready. */
export const phaseOf = (progress: JobProgress | null): (typeof phases)[number] | 'start' =>
  phases.find((known) => known === progress?.phase) ?? 'start';

/** Bytes are told as a share of a hundred. */
export const asShare = (progress: JobProgress | null): JobProgress | null =>
  progress?.total ? { phase: progress.phase, done: Math.round((progress.done / progress.total) * 100), total: 100 } : progress;
