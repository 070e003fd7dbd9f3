import type { AuditOutcome } from '../../shared/contract/operation.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { unwrap } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import type { Session } from './session.ts';
import type { Log } from './storeHost.ts';

/** What the gate or the shell tells the audit log about; the store adds when, by whom, and the chain. */
export interface GateFact {
  readonly operation: string;
  readonly outcome?: AuditOutcome;
  readonly customerIds?: readonly CustomerId[];
  /** Counts, names of files, ids. Never a path, a phone number or what somebody typed. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

interface GateAudit {
  /** Writes an entry; throws AppError when it cannot be written: then what it tells must not happen. */
  record(session: Session, fact: GateFact): Promise<void>;
  /** The same for what has happened already: a failure goes to the log. */
  note(session: Session, fact: GateFact): Promise<void>;
  /** A call that was not permitted. Told at most so often that a loop cannot fill the disk; the next entry says how many more there were. */
  refused(session: Session, operation: string): void;
}

/** So many refusals in a row are written one by one, then one each half minute: at most 3,000 a day. */
const MOST_AT_ONCE = 20;
const ONE_EACH_MILLISECONDS = 30_000;

interface Parts {
  readonly ask: (name: 'audit.record', fact: GateFact, session: Session) => Promise<Envelope<unknown>>;
  readonly log: Log;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
}

/** The gate's own way to the audit log (R192). */
export const makeGateAudit = ({ ask, log, elapsed }: Parts): GateAudit => {
  let allowance = MOST_AT_ONCE;
  let lastAt = elapsed();
  let untold = 0;

  const record = async (session: Session, fact: GateFact): Promise<void> => {
    unwrap(await ask('audit.record', fact, session));
  };
  const note = async (session: Session, fact: GateFact): Promise<void> => {
    const answer = await ask('audit.record', fact, session);
    if (!answer.ok) log.error(`${fact.operation} is not in the audit log: ${answer.error.code}`);
  };
  return {
    record,
    note,
    refused: (session, operation) => {
      const now = elapsed();
      allowance = Math.min(MOST_AT_ONCE, allowance + (now - lastAt) / ONE_EACH_MILLISECONDS);
      lastAt = now;
      if (allowance < 1) {
        untold += 1;
        return;
      }
      allowance -= 1;
      const details = untold === 0 ? {} : { untold };
      untold = 0;
      void note(session, { operation, outcome: 'refused', details });
    },
  };
};
