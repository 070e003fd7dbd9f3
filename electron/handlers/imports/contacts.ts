import { z } from 'zod';
import { contactTypeSchema } from '../../../shared/contract/contactMethods.ts';
import { localDateSchema } from '../../../shared/contract/values.ts';
import type { PackedContact } from '../../../shared/domain/exports/packed.ts';
import { phoneE164 } from '../../../shared/domain/phones.ts';
import type { CustomerDraft } from '../../../shared/domain/imports/customers.ts';
import type { ContactMethodRow } from '../../store/contactMethods.ts';
import type { ImportedChanges } from './updates.ts';

/** A further way to reach somebody that a file brings. */
export const newContactSchema = z.object({
  type: contactTypeSchema,
  label: z.string().nullable(),
  value: z.string(),
  e164: z.string().nullable(),
  isValid: z.boolean(),
  verifiedOn: localDateSchema.nullable(),
});
export type NewContact = z.output<typeof newContactSchema>;
/** With whether it is the one that the card shows. */
type DraftContact = NewContact & { readonly isPrimary: boolean };

type Plain = Pick<NewContact, 'type' | 'value' | 'e164'>;
const plain = ({ type, value, e164 }: Plain, isPrimary: boolean): DraftContact => ({
  type,
  value,
  e164,
  isPrimary,
  label: null,
  isValid: true,
  verifiedOn: null,
});
const asDraft = (contact: PackedContact): DraftContact => {
  const isPhone = contact.type === 'mobile' || contact.type === 'landline';
  return { ...contact, e164: isPhone ? phoneE164(contact.value) : null };
};

const further = (draft: CustomerDraft): DraftContact[] => [
  ...draft.otherPhones.map((phone) => plain(phone, false)),
  ...(draft.qq === null ? [] : [plain({ type: 'qq', value: draft.qq, e164: null }, false)]),
  ...draft.otherEmails.map((value) => plain({ type: 'email', value, e164: null }, false)),
];

/** Every way to reach somebody new. */
export const contactsOf = (draft: CustomerDraft): DraftContact[] =>
  draft.contacts === null
    ? [
        ...(draft.phone === null ? [] : [plain(draft.phone, true)]),
        ...(draft.wechat === null ? [] : [plain({ type: 'wechat', value: draft.wechat, e164: null }, true)]),
        ...(draft.email === null ? [] : [plain({ type: 'email', value: draft.email, e164: null }, true)]),
        ...further(draft),
      ]
    : draft.contacts.map(asDraft);

const isSame = (
  one: Pick<NewContact, 'type' | 'value' | 'e164'>,
  other: Pick<ContactMethodRow, 'type' | 'value' | 'e164'>,
): boolean =>
  one.e164 === null ? one.type === other.type && one.value.toLowerCase() === other.value.toLowerCase() : one.e164 === other.e164;

/** Those that a customer does not have yet, nor gets as the first by these changes. */
export const newContacts = (draft: CustomerDraft, present: readonly ContactMethodRow[], changes: ImportedChanges): NewContact[] =>
  (draft.contacts === null ? further(draft) : draft.contacts.map(asDraft))
    .filter(
      (contact) =>
        !present.some((known) => isSame(contact, known)) &&
        contact.value !== changes.phone &&
        contact.value !== changes.email &&
        contact.value !== changes.wechat,
    )
    .map(({ isPrimary: _isPrimary, ...contact }) => contact);
