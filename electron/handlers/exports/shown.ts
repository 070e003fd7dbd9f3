import type { Cell, ExportedCustomer } from '../../../shared/domain/exports/columns.ts';
import { maskCode, maskContact, maskText } from '../../../shared/domain/masking/mask.ts';

const masked = (value: string | null): string | null => (value === null ? null : maskContact(value));

/** The customer as whoever sees numbers masked may take them along in a file (R192, S7). */
export const maskedCustomer = (person: ExportedCustomer): ExportedCustomer => ({
  ...person,
  number: maskCode(person.number),
  cardNo: person.cardNo === null ? null : maskCode(person.cardNo),
  referrerNumber: person.referrerNumber === null ? null : maskCode(person.referrerNumber),
  phone: masked(person.phone),
  wechat: masked(person.wechat),
  email: masked(person.email),
  contactMethods: person.contactMethods.map((method) => ({
    ...method,
    value: maskContact(method.value),
    e164: masked(method.e164),
  })),
});

/** A cell as it may be taken along: a text without its numbers, a customer's or card's number as it is unless it is a phone. */
export const maskedCell = (cell: Cell, isCode = false): Cell => {
  if (typeof cell !== 'string') return cell;
  return isCode ? maskCode(cell) : maskText(cell);
};
