import { useWindowEvent } from '@mantine/hooks';
import { useState, type DragEvent } from 'react';
import { isTextField } from '../../app/keys.ts';
import { isDialogOpen } from '../../components/dialogs.ts';

/**
 * Files that are pasted anywhere in the window or dropped onto an element: `isOver` while they hang above it, `handlers` for the
 * element. While disabled, or while somebody types or answers a dialog, nothing is taken.
 */
export const useDroppedFiles = (isEnabled: boolean, onFiles: (files: readonly File[]) => void) => {
  const [isOver, setIsOver] = useState(false);
  useWindowEvent('paste', (event) => {
    if (!isEnabled || isDialogOpen() || isTextField(event.target)) return;
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  });
  const onDrag = (event: DragEvent, isOverNow: boolean): void => {
    if (!isEnabled || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(isOverNow);
  };
  const enter = (event: DragEvent): void => {
    onDrag(event, true);
  };
  return {
    isOver,
    handlers: {
      onDragEnter: enter,
      onDragOver: enter,
      onDragLeave: (event: DragEvent): void => {
        if (!event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null)) setIsOver(false);
      },
      onDrop: (event: DragEvent): void => {
        onDrag(event, false);
        if (isEnabled) onFiles([...event.dataTransfer.files]);
      },
    },
  };
};
