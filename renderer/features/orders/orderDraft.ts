import { v7 as uuidv7 } from 'uuid';
import type { Order } from '../../../shared/contract/orders.ts';
import type { OrderKind } from '../../../shared/domain/orders/statuses.ts';
import { moneyInputText } from '../../../shared/domain/money.ts';
import { formatQuantity } from '../../../shared/domain/quantity.ts';
import { discountInputText } from '../../../shared/domain/visits/discountText.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { emptyDraft, type VisitDraft } from '../visits/useVisitForm.ts';

/** What stands in the fields of an order beside its lines. */
export interface OrderDraft {
  readonly kind: OrderKind;
  readonly promisedOn: LocalDate | null;
  readonly item: string;
  readonly serialNumber: string;
  readonly condition: string;
  readonly deliverTo: string;
  readonly note: string;
}

export const emptyOrder = (kind: OrderKind): OrderDraft => ({
  kind,
  promisedOn: null,
  item: '',
  serialNumber: '',
  condition: '',
  deliverTo: '',
  note: '',
});

export const draftOfOrder = ({ kind, promisedOn, item, serialNumber, condition, deliverTo, note }: Order): OrderDraft => ({
  kind,
  promisedOn,
  item,
  serialNumber,
  condition,
  deliverTo,
  note,
});

/** The lines of an order as they stood in their fields when they were typed. */
export const linesOfOrder = ({ lines, discount, discountReason, staff }: Order): VisitDraft => ({
  ...emptyDraft,
  discount: discountInputText(discount),
  discountReason,
  staffId: staff?.id ?? null,
  lines: lines.map(({ line }) => ({
    key: uuidv7(),
    productId: line.productId,
    name: line.name,
    quantity: formatQuantity(line.quantity),
    price: moneyInputText(line.unitPriceCents),
    cost: line.unitCostCents === null ? '' : moneyInputText(line.unitCostCents),
    discount: discountInputText(line.discount),
    thingId: line.thingId,
    staff: line.staff,
    serialNumber: line.serialNumber,
    specification: line.specification,
    startedAt: line.startedAt,
    stoppedAt: line.stoppedAt,
  })),
});
