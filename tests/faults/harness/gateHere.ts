import { openGate } from '../../../electron/gate/gate.ts';
import { ownerSession } from '../../../electron/gate/session.ts';
import type { Envelope } from '../../../shared/errors.ts';
import { localDate } from '../../../shared/types/time.ts';
import { workers } from '../../helpers/workers.ts';
import type { Step } from './mixedWork.ts';
import { keyring } from './state.ts';

/** A gate with real workers in this process, for scenarios that damage files and nobody's process. */
export const openGateHere = async (storePath: string, today: string | null = '2026-11-21') => {
  const errors: string[] = [];
  const gate = await openGate({
    storePath,
    today: today === null ? null : localDate(today),
    keyring,
    workers,
    log: { warn: () => undefined, error: (text) => errors.push(text) },
  });
  return {
    /** What a person would have found in the log. */
    errors,
    state: () => gate.state(),
    close: () => gate.close(),
    ask: ({ name, input, paths = {} }: Step): Promise<Envelope<unknown>> => {
      const tokens = Object.entries(paths).map(([field, path]) => [field, gate.tokens.issue(path).token] as const);
      return gate.call(name, { ...input, ...Object.fromEntries(tokens) }, ownerSession);
    },
  };
};

export type GateHere = Awaited<ReturnType<typeof openGateHere>>;
