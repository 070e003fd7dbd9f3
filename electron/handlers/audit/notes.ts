import { z } from 'zod';
import { redactKeepingDays } from '../../../shared/domain/masking/redact.ts';
import { customerId, isId } from '../../../shared/types/ids.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';

type AuditValue = string | number | boolean | null | readonly AuditValue[] | { readonly [name: string]: AuditValue | undefined };

/** Counts, amounts, ids, settings before and after; never what says who a customer is. */
export type AuditDetails = Readonly<Record<string, AuditValue | undefined>>;

const valueSchema: z.ZodType<AuditValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(valueSchema),
    z.record(z.string(), z.union([valueSchema, z.undefined()])),
  ]),
);
/** Plain data, such as settings, as details of an entry. */
export const auditDetails = (values: object): AuditDetails =>
  z.record(z.string(), z.union([valueSchema, z.undefined()])).parse({ ...values });

const LONGEST_TEXT = 200;
const MOST_VALUES = 200;
/** SHA-256 in hexadecimal, in which digits may follow one another by chance. */
const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Blotted before it is cut: the cut would leave the beginning of a number. */
const clearText = (text: string): string => (isId(text) || isHash(text) ? text : redactKeepingDays(text).slice(0, LONGEST_TEXT));

/** What goes into an entry: long texts cut, digits that could be a telephone number blotted out. The last net, not the first. */
export const clearValue = (value: AuditValue): AuditValue => {
  if (typeof value === 'string') return clearText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.slice(0, MOST_VALUES).map(clearValue);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[clearText(name), clearValue(one)]])),
  );
};

const fieldsOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

/** The counts, amounts and balances of an answer. */
export const figuresIn = (output: unknown): AuditDetails =>
  Object.fromEntries(fieldsOf(output).filter((field): field is [string, number] => typeof field[1] === 'number'));

/** Names under which an operation takes or gives a customer. */
const isCustomerField = (name: string): boolean =>
  /^(customerIds?|survivorId|otherId|storedFromId|(from|to)CustomerId)$/.test(name);

const idsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && isId(one));

/** The ids among the fields of an input or an answer: customers apart, all others by the name of their field. */
export const idsAmong = (...sides: readonly unknown[]): { readonly customerIds: CustomerId[]; readonly others: AuditDetails } => {
  const fields = sides.flatMap(fieldsOf).filter(([name]) => /Ids?$/.test(name) && name !== 'jobId');
  const customerIds = fields.filter(([name]) => isCustomerField(name)).flatMap(([, value]) => idsIn(value).map(customerId));
  const others = fields
    .filter(([name]) => !isCustomerField(name))
    .flatMap(([name, value]): [string, AuditValue][] => {
      const ids = idsIn(value);
      if (ids.length === 0) return [];
      return [[name, Array.isArray(value) ? ids : (ids[0] ?? null)]];
    });
  return { customerIds: [...new Set(customerIds)], others: Object.fromEntries(others) };
};
