import { Button, Group, Kbd, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../shared/errors.ts';
import { createUndoStack, type Undoable } from './undoStack.ts';
import { useErrorToast } from './useErrorToast.tsx';

const stack = createUndoStack();
/** For when somebody else sits down. */
export const forgetUndo = (): void => {
  stack.clear();
  notifications.clean();
};
const TOAST_MILLISECONDS = 8_000;

/** One toast about doing and undoing at a time: the next one takes its place, so that they never pile up. */
let shownToast = '';
const showInPlace = (toast: Parameters<typeof notifications.show>[0]): string => {
  notifications.hide(shownToast);
  shownToast = notifications.show(toast);
  return shownToast;
};

/**
 * `done({ label, undo })` after a command tells it in a toast with an undo button and lets Ctrl+Z take it back;
 * `undoLast()` is what Ctrl+Z does.
 */
export const useUndo = () => {
  const { t } = useTranslation();
  const showError = useErrorToast();

  const takeBack = useCallback(
    async (entry: Undoable | null): Promise<void> => {
      if (entry === null) return;
      try {
        await entry.undo();
        showInPlace({ color: 'gray', message: t('app.undo.undone', { label: entry.label }), autoClose: 4_000 });
      } catch (error) {
        // Not undone, so it can still be: unless there is nothing left to undo.
        if (!(error instanceof AppError && (error.code === 'already_undone' || error.code === 'not_found'))) stack.push(entry);
        showError(error);
      }
    },
    [t, showError],
  );

  const done = useCallback(
    (entry: Undoable): void => {
      stack.push(entry);
      const id = showInPlace({
        color: 'jade',
        autoClose: TOAST_MILLISECONDS,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{entry.label}</Text>
            <Button
              variant="light"
              size="compact-sm"
              flex="none"
              rightSection={<Kbd size="xs">Ctrl Z</Kbd>}
              onClick={() => {
                notifications.hide(id);
                void takeBack(stack.take(entry));
              }}
            >
              {t('app.undo.button')}
            </Button>
          </Group>
        ),
      });
    },
    [t, takeBack],
  );

  const undoLast = useCallback((): void => {
    const entry = stack.take();
    if (entry === null) showInPlace({ color: 'gray', message: t('app.undo.nothing'), autoClose: 2_000 });
    else void takeBack(entry);
  }, [t, takeBack]);

  return { done, undoLast };
};
