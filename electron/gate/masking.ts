import { operations } from '../../shared/contract.ts';
import { lackedRights, maskDeeply, maskValue, placesOf } from '../../shared/contract/masking.ts';
import type { Places } from '../../shared/contract/masking.ts';
import type { Operation } from '../../shared/contract/operation.ts';
import type { Envelope } from '../../shared/errors.ts';
import type { Session } from './session.ts';

/** Where each operation's answers hold what may have to be hidden: looked up once, when the program starts. */
const answers: ReadonlyMap<string, Places | null> = new Map(
  [...operations].map(([name, { output }]) => [name, placesOf(output)]),
);
/** The same of texts that leave through the window's own process: the clipboard, a file. */
const leaving: ReadonlyMap<string, Places | null> = new Map(
  [...operations].map(([name, { kind, masks, input }]) => [name, kind === 'shell' && masks === 'file' ? placesOf(input) : null]),
);

/** What the session may see of an answer (R192, X40); whoever may see all of it gets it untouched. */
export const shownTo = (name: string, answer: Envelope<unknown>, session: Session): Envelope<unknown> => {
  const lacked = lackedRights(session.permissions);
  if (lacked.size === 0) return answer;
  if (answer.ok) {
    const places = answers.get(name) ?? null;
    return places === null ? answer : { ok: true, value: maskValue(places, answer.value, lacked) };
  }
  if (!lacked.has('customers.phones')) return answer;
  const details = Object.entries(answer.error.details).map(([detail, value]): [string, unknown] => [detail, maskDeeply(value)]);
  return { ok: false, error: { code: answer.error.code, details: Object.fromEntries(details) } };
};

/** What the session may take out of the program by a text of its own: nothing that it could not see. */
export const leavingBy = (operation: Operation, name: string, input: unknown, session: Session): unknown => {
  const places = operation.kind === 'shell' ? (leaving.get(name) ?? null) : null;
  if (places === null) return input;
  const lacked = lackedRights(session.permissions);
  return lacked.size === 0 ? input : maskValue(places, input, lacked);
};
