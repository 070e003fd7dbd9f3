import { openGate } from '../../electron/gate/gate.ts';
import { ownerSession } from '../../electron/gate/session.ts';
import type { CallInput, OperationName } from '../../shared/contract.ts';
import { unwrap } from '../../shared/errors.ts';
import type { LocalDate } from '../../shared/types/time.ts';

const workers = {
  store: new URL('../../electron/worker/store.ts', import.meta.url),
  engine: new URL('../../electron/worker/engine.ts', import.meta.url),
};

/** The gate with its two threads, as the window and the command line have it. */
export const openBenchGate = async (storePath: string, today: LocalDate | null) => {
  const gate = await openGate({ storePath, workers, today, log: { warn: () => undefined, error: console.error } });
  unwrap(gate.state());
  return {
    call: async <Name extends OperationName>(name: Name, input: CallInput<Name>): Promise<unknown> =>
      unwrap(await gate.call(name, input, ownerSession)),
    token: (path: string) => gate.tokens.issue(path).token,
    close: () => gate.close(),
  };
};
