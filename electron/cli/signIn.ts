import { readFile } from 'node:fs/promises';
import { staffContract } from '../../shared/contract/staff.ts';
import { AppError, unwrap } from '../../shared/errors.ts';
import type { CommandLine } from './arguments.ts';
import type { Desk } from './desk.ts';

// Options --as and --pin-file: where a shop has accounts, the command line signs in as at the desk, and wrong PINs count alike (R192, S5).

/** A PIN has eight digits at most; more than this is another file. */
const LONGEST_PIN_FILE = 100;

const pinIn = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new AppError('file_missing', { path });
  });
  const pin = text.trim();
  if (pin === '' || text.length > LONGEST_PIN_FILE)
    throw new AppError('bad_input', { issues: [{ path: '--pin-file', message: 'pin_not_digits' }] });
  return pin.slice(0, 20);
};

/** Signs in as the command line says; a shop without accounts asks nobody. Errors: not_found, conflict, pin_wrong, pin_wait, file_missing. */
export const signIn = async ({ gate, seat }: Desk, { as, pinFile }: CommandLine): Promise<void> => {
  if (as === null || pinFile === null) return;
  const { hasAccounts, people } = staffContract.session.output.parse(unwrap(await gate.call('staff.session', {}, seat)));
  if (!hasAccounts) return;
  const named = people.filter(({ name }) => name === as);
  const [person] = named;
  if (!person) throw new AppError('not_found', { what: 'staff', name: as });
  if (named.length > 1) throw new AppError('conflict', { reason: 'staff_name_twice', name: as });
  unwrap(await gate.call('staff.signIn', { staffId: person.staffId, pin: await pinIn(pinFile) }, seat));
};
