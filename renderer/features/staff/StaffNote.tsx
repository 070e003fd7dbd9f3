import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';

/** As long as the contract takes it. */
const LONGEST = 2000;

interface StaffNoteProps {
  readonly person: OutputOf<'staff.list'>['staff'][number];
  readonly onClose: () => void;
}

/** What is noted about somebody who works here: a private group (X40), so the button to it is there for who may see it only. */
export const StaffNote = ({ person, onClose }: StaffNoteProps) => {
  const { t } = useTranslation();
  const note = useOperation('staff.note', { staffId: person.id });
  return (
    <Modal opened onClose={onClose} title={t('staff.note.of', { name: person.name })}>
      {note.error !== null && <ErrorNotice error={note.error} onRetry={() => void note.refetch()} />}
      {note.data !== undefined && <NoteForm person={person} note={note.data.note ?? ''} onClose={onClose} />}
    </Modal>
  );
};

const NoteForm = ({ person, note, onClose }: StaffNoteProps & { readonly note: string }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const [text, setText] = useState(note);
  const save = useCommand('staff.saveNote');
  const submit = async (): Promise<void> => {
    const { before } = await save.mutateAsync({ staffId: person.id, note: text.trim() });
    done({
      label: t('staff.note.saved', { name: person.name }),
      undo: () => client.staff.saveNote({ staffId: person.id, note: before ?? '' }),
    });
    onClose();
  };
  return (
    <SaveForm
      onSubmit={(event) => {
        event.preventDefault();
        // What is refused is told in a corner; what was typed stays.
        void submit().catch(() => undefined);
      }}
    >
      <Stack>
        <Textarea
          label={t('staff.note.label')}
          autosize
          minRows={4}
          maxRows={12}
          maxLength={LONGEST}
          value={text}
          autoFocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          {t('staff.note.who')}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={text.trim() === note} loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
