import { hashText } from '../store/auditChain.ts';
import { readAuditHead } from '../store/auditLog.ts';
import { verifyAuditLog } from '../store/auditVerify.ts';
import { snapshot } from '../store/snapshot.ts';
import { listAudit } from './audit/list.ts';
import { recordAudit } from './audit/record.ts';
import type { HandlersOf, StoreContext, StudiesOf } from './context.ts';
import type { InternalCommands } from './internal.ts';

export const auditHandlers: HandlersOf<'audit'> = { 'audit.list': listAudit };

/** The whole chain, row by row (S6). */
export const auditStudies: StudiesOf<'audit'> = {
  'audit.verify': async (context) => {
    const verdict = snapshot(context.database, () =>
      verifyAuditLog(context.database, (done, total) => {
        context.throwIfCancelled();
        context.progress('checking', done, total);
      }),
    );
    return { isWhole: verdict.firstBreak === null, ...verdict };
  },
};

/** What the gate and the shell ask the writer to write down or look up. */
export const auditInternal = {
  'audit.record': (context: StoreContext, fact: InternalCommands['audit.record']['input']): null => {
    recordAudit(context, fact);
    return null;
  },
  'audit.readHead': ({ database }: StoreContext): InternalCommands['audit.readHead']['output'] => {
    const { count, hash } = readAuditHead(database);
    return { count, hash: hashText(hash) };
  },
} as const;
