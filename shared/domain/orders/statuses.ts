import { addDays } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

/** What is ordered: goods the shop gets in 订货, goods put by 留货 (X31), a customer's own item to mend or alter (X32), goods to send (R052). */
export const orderKinds = ['special', 'layaway', 'repair', 'delivery'] as const;
export type OrderKind = (typeof orderKinds)[number];

export const openStatuses = ['ordered', 'received', 'in_work', 'ready', 'to_send', 'sent'] as const;
export type OpenStatus = (typeof openStatuses)[number];
export const orderStatuses = [...openStatuses, 'collected', 'delivered', 'cancelled'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

const steps = {
  special: ['ordered', 'ready'],
  layaway: ['ordered', 'ready'],
  repair: ['received', 'in_work', 'ready'],
  delivery: ['to_send', 'sent'],
} as const satisfies Record<OrderKind, readonly OpenStatus[]>;

/** How an order of a kind stands before it is handed over, in the usual order; the first is where it begins. */
export const stepsOf = (kind: OrderKind): readonly OpenStatus[] => steps[kind];
export const firstStatus = (kind: OrderKind): OpenStatus => steps[kind][0];
/** What a kind is called once the customer has it. */
export const doneStatus = (kind: OrderKind): 'collected' | 'delivered' => (kind === 'delivery' ? 'delivered' : 'collected');

export const isOpenStatus = (status: OrderStatus): status is OpenStatus => openStatuses.some((open) => open === status);
/** Whether an order of the kind can be put to this status by hand: forward, or back when a step was said too early. */
export const isStepOf = (kind: OrderKind, status: OrderStatus): status is OpenStatus =>
  stepsOf(kind).some((step) => step === status);
/** The step that usually comes next; null when only handing over is left, or it is closed. */
export const nextStep = (kind: OrderKind, status: OrderStatus): OpenStatus | null => {
  const at = stepsOf(kind).findIndex((step) => step === status);
  return at === -1 ? null : (stepsOf(kind)[at + 1] ?? null);
};

/** So many days before it a promise is near. */
const NEAR_DAYS = 2;

/** How it stands with a promised date: nothing to keep, well ahead, near, or past. What is ready has been kept. */
export const promiseState = (
  { status, promisedOn }: { readonly status: OrderStatus; readonly promisedOn: LocalDate | null },
  today: LocalDate,
): 'none' | 'ahead' | 'near' | 'late' => {
  if (promisedOn === null || !isOpenStatus(status) || status === 'ready') return 'none';
  if (promisedOn < today) return 'late';
  return promisedOn <= addDays(today, NEAR_DAYS) ? 'near' : 'ahead';
};
