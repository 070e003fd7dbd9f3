import { Box } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode, Ref } from 'react';

interface SaveFormProps {
  readonly id?: string;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLFormElement>;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** What Escape does: a form that stands within a page closes itself. Nothing open over a field is closed by the same press. */
  readonly onCancel?: () => void;
  /** Further keys; one it handles it marks with preventDefault. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLFormElement>) => void;
  readonly children: ReactNode;
}

/** A form that Ctrl+Enter saves from any of its fields, and that Escape leaves where it can be left. */
export const SaveForm = ({ onKeyDown, onCancel, ...props }: SaveFormProps) => (
  <Box
    component="form"
    noValidate
    onKeyDown={(event) => {
      // Enter that ends a pinyin composition belongs to the input method.
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        event.currentTarget.requestSubmit();
      } else if (event.key === 'Escape' && onCancel !== undefined && !event.defaultPrevented) {
        event.preventDefault();
        onCancel();
      } else onKeyDown?.(event);
    }}
    {...props}
  />
);
