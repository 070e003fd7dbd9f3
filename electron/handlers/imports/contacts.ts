import { z } from 'zod';
import type { CustomerDraft } from '../../../shared/domain/imports/customers.ts';
import type { ContactMethodRow } from '../../store/contactMethods.ts';
import type { ImportedChanges } from './updates.ts';

/** A further way to reach somebody that a file brings. */
export const newContactSchema = z.object({
  type: z.enum(['mobile', 'landline', 'wechat', 'qq', 'email']),
  value: z.string(),
  e164: z.string().nullable(),
});
export type NewContact = z.output<typeof newContactSchema>;

/** Every way to reach somebody beside the first phone, e-mail address and WeChat name. */
export const furtherContacts = (draft: CustomerDraft): NewContact[] => [
  ...draft.otherPhones.map(({ type, value, e164 }) => ({ type, value, e164 })),
  ...(draft.qq === null ? [] : [{ type: 'qq' as const, value: draft.qq, e164: null }]),
  ...draft.otherEmails.map((value) => ({ type: 'email' as const, value, e164: null })),
];

const isSame = (
  one: Pick<NewContact, 'type' | 'value' | 'e164'>,
  other: Pick<ContactMethodRow, 'type' | 'value' | 'e164'>,
): boolean =>
  one.e164 === null ? one.type === other.type && one.value.toLowerCase() === other.value.toLowerCase() : one.e164 === other.e164;

/** Those that a customer does not have yet, nor gets as the first by these changes. */
export const newContacts = (draft: CustomerDraft, present: readonly ContactMethodRow[], changes: ImportedChanges): NewContact[] =>
  furtherContacts(draft).filter(
    (contact) =>
      !present.some((known) => isSame(contact, known)) && contact.value !== changes.phone && contact.value !== changes.email,
  );
