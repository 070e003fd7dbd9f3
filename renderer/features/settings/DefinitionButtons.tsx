import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useUndo } from '../../app/useUndo.tsx';

/** A step that was taken at the foot of the form: what it does, how it is told, how it is taken back. */
interface Step {
  readonly label: string;
  readonly run: () => Promise<unknown>;
  readonly told: string;
  readonly undo: () => Promise<unknown>;
}

interface DefinitionButtonsProps {
  readonly isSaving: boolean;
  /** Puts it away, or back among the choices; null for a new one. */
  readonly putAway: Step | null;
  /** Deletes it; null where it cannot go. */
  readonly remove: Omit<Step, 'label'> | null;
  readonly onClose: () => void;
}

/** The foot of the form of something the shop defines: save, leave, put away, delete. */
export const DefinitionButtons = ({ isSaving, putAway, remove, onClose }: DefinitionButtonsProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const showError = useErrorToast();
  const [isBusy, setIsBusy] = useState(false);
  const take = async ({ run, told, undo }: Omit<Step, 'label'>): Promise<void> => {
    setIsBusy(true);
    try {
      await run();
      done({ label: told, undo });
      onClose();
    } catch (error) {
      setIsBusy(false);
      showError(error);
    }
  };
  return (
    <Group gap="xs">
      <Button type="submit" loading={isSaving}>
        {t('common.save')}
      </Button>
      <Button variant="default" onClick={onClose}>
        {t('common.cancel')}
      </Button>
      {putAway !== null && (
        <Button variant="default" ml="auto" disabled={isBusy} onClick={() => void take(putAway)}>
          {putAway.label}
        </Button>
      )}
      {remove !== null && (
        <Button variant="default" disabled={isBusy} onClick={() => void take(remove)}>
          {t('common.delete')}
        </Button>
      )}
    </Group>
  );
};
