import { z } from 'zod';
import type { HandlerInput, NamesOfKind, OutputOf } from '../../shared/contract.ts';
import { staffIdSchema } from '../../shared/contract/values.ts';
import { defaultSettings } from '../../shared/contract/settings.ts';
import { AppError, unwrap } from '../../shared/errors.ts';
import type { StaffId } from '../../shared/types/ids.ts';
import { makeRecoveryCode, parseRecoveryCode, recoveryWords } from '../vault/recoveryCode.ts';
import type { RecoveryCode } from '../vault/recoveryCode.ts';
import type { Access, AccessReader, Account } from './access.ts';
import type { Lock } from './lock.ts';
import type { Seat } from './seat.ts';
import type { Session } from './session.ts';
import { provePin, rightSchema } from './provePin.ts';
import type { PinProver } from './provePin.ts';

type StaffName = Extract<NamesOfKind<'gate'>, `staff.${string}`>;

/** Somebody who calls: what they may do, and the seat they call from, if from one. */
export interface Caller {
  readonly session: Session;
  readonly seat: Seat | null;
}

/** What succeeds, the gate writes down as it does every operation. */
export interface StaffParts extends PinProver {
  readonly access: AccessReader;
  readonly lock: Lock;
}

const madeSchema = z.object({ staffId: staffIdSchema });
const wordsOf = (code: RecoveryCode) => ({
  chinese: [...recoveryWords(code, 'zh-CN')],
  english: [...recoveryWords(code, 'en')],
});
/** The stored hash is of the code's bytes, so that it does not matter in which language the words were typed. */
const textOf = (code: RecoveryCode): string => Buffer.from(code).toString('base64');

const requireSeat = ({ seat }: Caller): Seat => {
  if (!seat) throw new AppError('conflict', { reason: 'no_seat' });
  return seat;
};

const personOf = ({ staffId, name, role, roleName }: Account) => ({ staffId, name, role, roleName });

/** The operations of whoever stands at a desk: they run in the gate, which holds the seats. */
export const staffHandlers = (
  parts: StaffParts,
): { readonly [Name in StaffName]: (input: HandlerInput<Name>, caller: Caller) => Promise<OutputOf<Name>> } => {
  const { access, attempts, lock, ask } = parts;

  const openAccess = async (): Promise<Access | null> => {
    const state = await access.read();
    return state.is === 'open' ? state.access : null;
  };
  const requireAccount = async (staffId: StaffId): Promise<Account> => {
    const account = (await openAccess())?.accounts.find((one) => one.staffId === staffId);
    if (!account) throw new AppError('not_found', { what: 'staff' });
    return account;
  };
  const recoveryOf = ({ hasRecoveryCode }: Pick<Access, 'hasRecoveryCode'>) =>
    lock.isPlain() ? (hasRecoveryCode ? ('sheet' as const) : ('none' as const)) : ('vault' as const);

  const describe = async ({ session, seat }: Caller): Promise<OutputOf<'staff.session'>> => {
    const found = await openAccess();
    const account = (await seat?.staff()) ?? null;
    const accounts = found?.accounts ?? [];
    const people = await Promise.all(
      accounts.map(async (one) => ({
        ...personOf(one),
        waitSeconds: Math.ceil((await attempts.waitOf(one.staffId)) / 1000),
      })),
    );
    const { shopName, autoLockMinutes, language, colorScheme } = found?.settings ?? defaultSettings;
    return {
      staff: account && personOf(account),
      isLocked: accounts.length > 0 && seat !== null && account === null,
      hasAccounts: accounts.length > 0,
      permissions: [...(seat ? (await seat.session()).permissions : session.permissions)],
      people,
      isFirstStart: found !== null && accounts.length === 0 && !found.isWelcomeSettled && !found.hasCustomers,
      recovery: recoveryOf(found ?? { hasRecoveryCode: false }),
      shopName,
      autoLockMinutes,
      language,
      colorScheme,
    };
  };

  const sitDown = async (seat: Seat, staffId: StaffId): Promise<void> => {
    access.forget();
    seat.sit(await requireAccount(staffId));
  };
  const proveCode = async (text: string): Promise<void> => {
    const code = parseRecoveryCode(text);
    const isRight = code !== null && (lock.isPlain() ? await isKept(code) : await lock.isCode(code));
    if (!isRight) throw new AppError('key_wrong', { way: 'recovery_code' });
  };
  const isKept = async (code: RecoveryCode): Promise<boolean> =>
    rightSchema.parse(unwrap(await ask('staff.proveRecoveryCode', { code: textOf(code) }))).isRight;

  return {
    'staff.session': (_input, caller) => describe(caller),
    'staff.signIn': async ({ staffId, pin }, caller) => {
      const seat = requireSeat(caller);
      await requireAccount(staffId);
      await provePin(parts, staffId, pin);
      await sitDown(seat, staffId);
      return describe(caller);
    },
    'staff.lock': (_input, { seat }) => {
      seat?.lock();
      return Promise.resolve({});
    },
    'staff.touch': (_input, { seat }) => {
      seat?.touch();
      return Promise.resolve({});
    },
    'staff.changeOwnPin': async ({ pin, newPin }, caller) => {
      const seat = requireSeat(caller);
      const account = await seat.staff();
      if (!account) throw new AppError('conflict', { reason: 'no_seat' });
      await provePin(parts, account.staffId, pin);
      unwrap(await ask('staff.keepPin', { staffId: account.staffId, pin: newPin }));
      await sitDown(seat, account.staffId);
      return {};
    },
    'staff.makeOwner': async (input, { seat }) => {
      const code = lock.isPlain() ? makeRecoveryCode() : null;
      const made = await ask('staff.keepOwner', { ...input, code: code && textOf(code) });
      const { staffId } = madeSchema.parse(unwrap(made));
      if (seat) await sitDown(seat, staffId);
      return { staffId, words: code && wordsOf(code) };
    },
    'staff.skipWelcome': async () => {
      unwrap(await ask('staff.settleWelcome', null));
      return {};
    },
    'staff.resetOwnerPin': async ({ staffId, code, pin }, caller) => {
      const seat = requireSeat(caller);
      const account = await requireAccount(staffId);
      // The sheet is the owner's: it lets nobody else in, and names nobody else.
      if (account.role !== 'owner') throw new AppError('not_found', { what: 'staff' });
      await proveCode(code);
      unwrap(await ask('staff.keepPin', { staffId, pin }));
      await attempts.clear(staffId);
      await sitDown(seat, staffId);
      return describe(caller);
    },
    'staff.renewRecoveryCode': async () => {
      if (!lock.isPlain()) throw new AppError('conflict', { reason: 'store_encrypted' });
      const code = makeRecoveryCode();
      unwrap(await ask('staff.keepRecoveryCode', { code: textOf(code) }));
      return wordsOf(code);
    },
  };
};
