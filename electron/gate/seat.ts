import type { StaffId } from '../../shared/types/ids.ts';
import type { AccessReader, Account } from './access.ts';
import { lockedSession, ownerSession, strangerSession } from './session.ts';
import type { Session } from './session.ts';

/** A place at which somebody sits: the window's, the command line's. It holds the session; whoever calls from it cannot name one. */
export interface Seat {
  readonly kind: 'seat';
  /** What whoever sits here may do at this moment; the locked session when nobody does. */
  session(): Promise<Session>;
  /** Who sits here, while that person still may. */
  staff(): Promise<Account | null>;
  sit(account: Pick<Account, 'staffId' | 'pinSetAt'>): void;
  /** Nobody sits here until the next PIN. Without accounts the desk stays the owner's. */
  lock(): void;
  /** Somebody is at the keyboard. */
  touch(): void;
  close(): void;
}

const LOOK_MILLISECONDS = 1000;
const MINUTE = 60_000;

export interface SeatParts {
  readonly access: AccessReader;
  /** Milliseconds that only ever go on, whatever is done to the clock on the wall. */
  readonly monotonic: () => number;
  /** Somebody sat down, left, or was locked out. */
  readonly onChange: () => void;
}

/**
 * A seat is the owner's until a member of staff has a PIN; from then on it is locked until somebody signs in. It follows what happens to that
 * person at once: another role, another PIN, leaving. Left alone for the shop's minutes it locks itself (R192).
 */
export const openSeat = ({ access, monotonic, onChange }: SeatParts): Seat => {
  let who: { readonly staffId: StaffId; readonly pinSetAt: number } | null = null;
  let touchedAt = monotonic();

  const lock = (): void => {
    if (who === null) return;
    who = null;
    onChange();
  };
  const look = async (): Promise<{ session: Session; account: Account | null }> => {
    const state = await access.read();
    if (state.is === 'shut') return { session: ownerSession, account: null };
    if (state.is === 'locked') return { session: strangerSession, account: null };
    if (state.is !== 'open') return { session: lockedSession, account: null };
    const { accounts, settings } = state.access;
    if (accounts.length === 0) {
      who = null;
      return { session: ownerSession, account: null };
    }
    const minutes = settings.autoLockMinutes;
    if (minutes > 0 && monotonic() - touchedAt >= minutes * MINUTE) lock();
    const sitting = who;
    const account = accounts.find(({ staffId, pinSetAt }) => staffId === sitting?.staffId && pinSetAt === sitting.pinSetAt);
    if (!account) {
      // Left, or was given another PIN: out, in the middle of whatever it was.
      lock();
      return { session: lockedSession, account: null };
    }
    return { session: { staffId: account.staffId, permissions: account.permissions }, account };
  };
  const timer = setInterval(() => {
    if (who !== null) void look();
  }, LOOK_MILLISECONDS);
  timer.unref();

  return {
    kind: 'seat',
    session: async () => (await look()).session,
    staff: async () => (await look()).account,
    sit: ({ staffId, pinSetAt }) => {
      who = { staffId, pinSetAt };
      touchedAt = monotonic();
      onChange();
    },
    lock,
    touch: () => {
      touchedAt = monotonic();
    },
    close: () => {
      clearInterval(timer);
    },
  };
};

/** Whether it is a seat, or a session that was given once and for all. */
export const isSeat = (caller: Seat | Session): caller is Seat => 'kind' in caller;
