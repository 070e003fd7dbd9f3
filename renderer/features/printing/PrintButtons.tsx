import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PrintTarget } from './usePrint.ts';

interface PrintButtonsProps {
  readonly isPending: boolean;
  readonly onPrint: (to: PrintTarget) => void;
  /** Where there is little room: the printer alone stands for its word. */
  readonly isCompact?: boolean;
}

/** On paper by Ctrl+P from anywhere on the page, or as a PDF. */
export const PrintButtons = ({ isPending, onPrint, isCompact = false }: PrintButtonsProps) => {
  const { t } = useTranslation();
  useHotkeys(
    [
      [
        'mod+P',
        () => {
          onPrint('printer');
        },
      ],
    ],
    [],
  );
  return (
    <Button.Group>
      <Button
        variant="default"
        loading={isPending}
        {...(isCompact
          ? { px: 'xs', 'aria-label': t('printing.print'), title: `${t('printing.print')} (Ctrl P)` }
          : {
              leftSection: <IconPrinter size={16} stroke={1.7} aria-hidden />,
              rightSection: <Kbd size="xs">Ctrl P</Kbd>,
            })}
        onClick={() => {
          onPrint('printer');
        }}
      >
        {isCompact ? <IconPrinter size={16} stroke={1.7} aria-hidden /> : t('printing.print')}
      </Button>
      <Button
        variant="default"
        disabled={isPending}
        {...(isCompact && { px: 'xs' })}
        aria-label={t('printing.savePdf')}
        onClick={() => {
          onPrint('file');
        }}
      >
        PDF
      </Button>
    </Button.Group>
  );
};
