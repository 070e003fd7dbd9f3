import { MAX_CENTS, UNIT_QUANTITY, cents, quantity, type Cents, type Quantity } from '../../types/amounts.ts';
import type { LocalDate } from '../../types/time.ts';
import type { ParsedPhone } from '../phones.ts';
import { columnOf, refused, type ImportField, type Mapping, type Parsed } from './fields.ts';
import { importedPhone, isNoPhone } from './phone.ts';
import { remembering } from './remember.ts';
import { cellReader, shapeProblem } from './rowShape.ts';
import { cellText, textOrNull } from './text.ts';
import { parseAmount, parseDate, parseUnits } from './values.ts';

/** One purchase of a log. Whom it belongs to is told by number, phone or name, in that order. */
export interface PurchaseDraft {
  readonly number: string | null;
  readonly name: string | null;
  readonly phone: ParsedPhone | null;
  readonly on: LocalDate;
  readonly quantity: Quantity;
  readonly amountCents: Cents;
  /** Null where the amount is not a whole multiple: then only the amount is known. */
  readonly unitPriceCents: Cents | null;
  readonly costCents: Cents | null;
  readonly product: string | null;
  readonly staff: string | null;
  readonly note: string | null;
}

/** The longest text each field of a purchase takes. */
const longest: Readonly<Partial<Record<ImportField, number>>> = {
  customerNumber: 40,
  customerName: 60,
  product: 80,
  staff: 60,
  note: 1900,
};
const textFields: readonly ImportField[] = ['customerNumber', 'customerName', 'product', 'staff', 'note'];

/** The price of one unit where it divides exactly, else null: a rounded price would no longer multiply back to the amount. */
export const exactUnitPrice = (amount: Cents, units: Quantity): Cents | null => {
  const product = BigInt(amount) * BigInt(UNIT_QUANTITY);
  return product % BigInt(units) === 0n && product / BigInt(units) <= BigInt(MAX_CENTS)
    ? cents(Number(product / BigInt(units)))
    : null;
};

const unitPriceOf = (amount: Cents, units: Quantity): Cents | null => {
  if (units === UNIT_QUANTITY) return amount;
  if (units % UNIT_QUANTITY !== 0) return exactUnitPrice(amount, units);
  const count = units / UNIT_QUANTITY;
  return amount % count === 0 ? cents(amount / count) : null;
};

const ONE_UNIT = quantity(UNIT_QUANTITY);

/**
 * A reader of purchase rows. Refuses what is not exact: half a row, no customer, a wrong amount or quantity, a day that does not
 * exist or lies after `today`. A zero amount is a real purchase; a missing quantity column means one unit.
 */
export const purchaseReader = (mapping: Mapping, today: LocalDate): ((cells: readonly string[]) => Parsed<PurchaseDraft>) => {
  const columns = columnOf(mapping);
  const read = cellReader(columns, cellText);
  const mappedTexts = textFields.filter((field) => columns.has(field));
  const texts = new Map<ImportField, string | null>();
  const dayOf = remembering(parseDate);

  return (cells) => {
    const problem = shapeProblem(cells, mapping);
    if (problem) return { ok: false, rejection: problem };
    for (const field of mappedTexts) {
      const text = textOrNull(cells[columns.get(field) ?? -1] ?? '');
      if (text !== null && text.length > (longest[field] ?? 0)) return refused('text_too_long', field, text.slice(0, 200));
      texts.set(field, text);
    }
    const text = (field: ImportField): string | null => texts.get(field) ?? null;

    const phoneText = read(cells, 'phone') ?? '';
    const phone = isNoPhone(phoneText) ? null : importedPhone(phoneText);
    if (phone === null && !isNoPhone(phoneText)) return refused('phone_invalid', 'phone', phoneText.slice(0, 200));
    const [number, name] = [text('customerNumber'), text('customerName')];
    if (number === null && name === null && phone === null)
      return refused(
        'field_missing',
        columns.has('customerNumber') ? 'customerNumber' : columns.has('phone') ? 'phone' : 'customerName',
        '',
      );

    const dateText = read(cells, 'date') ?? '';
    if (dateText === '') return refused('field_missing', 'date', '');
    const on = dayOf(dateText);
    if (on === null) return refused('date_invalid', 'date', dateText.slice(0, 200));
    if (on > today) return refused('date_in_future', 'date', dateText.slice(0, 200));

    const amountText = read(cells, 'amount') ?? '';
    if (amountText === '') return refused('field_missing', 'amount', '');
    const amountCents = parseAmount(amountText);
    if (amountCents === null) return refused('amount_invalid', 'amount', amountText.slice(0, 200));

    const quantityText = read(cells, 'quantity') ?? '';
    const units = quantityText === '' ? ONE_UNIT : parseUnits(quantityText);
    if (units === null) return refused('quantity_invalid', 'quantity', quantityText.slice(0, 200));

    const costText = textOrNull(read(cells, 'cost') ?? '');
    const costCents = costText === null ? null : parseAmount(costText);
    if (costText !== null && costCents === null) return refused('amount_invalid', 'cost', costText.slice(0, 200));

    return {
      ok: true,
      value: {
        number,
        name,
        phone,
        on,
        quantity: units,
        amountCents,
        unitPriceCents: unitPriceOf(amountCents, units),
        costCents,
        product: text('product'),
        staff: text('staff'),
        note: text('note'),
      },
    };
  };
};
