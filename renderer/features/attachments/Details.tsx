import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import { consents } from '../../../shared/domain/attachments/consent.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DayInput } from '../safety/DayInput.tsx';
import type { Attachment } from './Picture.tsx';

type Changes = CallInput<'attachments.change'>['changes'];

/** So many of the latest visits can be chosen from. */
const VISITS = 30;

interface DetailsProps {
  readonly customerId: string;
  readonly attachment: Attachment;
}

/** What is known about a photo or file; each change is saved at once and can be undone. */
export const Details = ({ customerId, attachment }: DetailsProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { done } = useUndo();
  const change = useCommand('attachments.change');
  const [note, setNote] = useState(attachment.note ?? '');
  const visits = useOperation('customers.timeline', { customerId, kinds: ['visit'], limit: VISITS }).data?.entries ?? [];
  const things = useOperation('things.ofCustomer', { customerId }).data?.things ?? [];
  const reference = { customerId, attachmentId: attachment.id };

  const save = (changes: Changes): void => {
    change.mutate(
      { ...reference, changes },
      {
        onSuccess: ({ before }) => {
          done({
            label: t('attachments.changed', { name: attachment.name }),
            undo: () => call('attachments.change', { ...reference, changes: before }),
          });
        },
      },
    );
  };
  const known = visits.flatMap(({ visit, on }) =>
    visit === undefined ? [] : [{ value: visit.id, label: [on, ...visit.lines.map(({ name }) => name)].join(' ') }],
  );
  const visit = attachment.visit;
  const choices =
    visit === null || known.some(({ value }) => value === visit.id) ? known : [{ value: visit.id, label: visit.on }, ...known];

  return (
    <>
      <DayInput
        label={t('attachments.takenOn')}
        maxDate={today}
        value={attachment.takenOn}
        onChange={(takenOn) => {
          if (takenOn !== null && takenOn !== attachment.takenOn) save({ takenOn });
        }}
      />
      {attachment.consent !== null && (
        <Select
          label={t('attachments.consentQuestion')}
          allowDeselect={false}
          data={consents.map((value) => ({ value, label: t(`attachments.consent.${value}`) }))}
          value={attachment.consent}
          onChange={(value) => {
            const consent = consents.find((one) => one === value);
            if (consent !== undefined && consent !== attachment.consent) save({ consent });
          }}
        />
      )}
      <Select
        label={t('attachments.visit')}
        placeholder={t('attachments.none')}
        clearable
        data={choices}
        value={visit?.id ?? null}
        onChange={(visitId) => {
          save({ visitId });
        }}
      />
      {things.length > 0 && (
        <Select
          label={t('attachments.thing')}
          placeholder={t('attachments.none')}
          clearable
          data={things.map(({ id, name }) => ({ value: id, label: name }))}
          value={attachment.thing?.id ?? null}
          onChange={(thingId) => {
            save({ thingId });
          }}
        />
      )}
      <Textarea
        label={t('attachments.note')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value);
        }}
        onBlur={() => {
          if (note.trim() !== (attachment.note ?? '')) save({ note: note.trim() });
        }}
      />
    </>
  );
};
