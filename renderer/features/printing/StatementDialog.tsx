import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { addMonths, isLocalDate, localDate, type LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { usePrint, type PrintTarget } from './usePrint.ts';

const words = {
  statement: { title: 'printing.statement.title', about: 'printing.statement.about' },
  storedValue: { title: 'storedValue.statement.title', about: 'storedValue.statement.about' },
  credit: { title: 'credit.statement.title', about: 'credit.statement.about' },
} as const;

interface StatementDialogProps {
  /** What was bought, how the stored value moved, or what is owed. */
  readonly kind?: 'statement' | 'storedValue' | 'credit';
  readonly customerId: CustomerId;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface DayFieldProps {
  readonly label: string;
  readonly value: LocalDate;
  readonly onChange: (day: LocalDate) => void;
  readonly error?: string | undefined;
}

const DayField = ({ label, value, onChange, error }: DayFieldProps) => (
  <DateInput
    flex={1}
    label={label}
    valueFormat="YYYY-MM-DD"
    value={value}
    error={error}
    onChange={(day) => {
      if (day !== null && isLocalDate(day)) onChange(localDate(day));
    }}
  />
);

/** What a customer bought between two days, or their stored value, on paper or as a PDF; the last twelve months at first (R053). */
export const StatementDialog = ({ kind = 'statement', customerId, isOpen, onClose }: StatementDialogProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const [from, setFrom] = useState(addMonths(today, -12));
  const [to, setTo] = useState(today);
  const { isPending, sheet } = usePrint();
  const isTurned = to < from;
  const print = (target: PrintTarget): void => {
    if (!isTurned) sheet({ kind, customerId, from, to }, target);
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title={t(words[kind].title)} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          print('printer');
        }}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {t(words[kind].about)}
          </Text>
          <Group wrap="nowrap" align="flex-start">
            <DayField label={t('printing.statement.from')} value={from} onChange={setFrom} />
            <DayField
              label={t('printing.statement.to')}
              value={to}
              onChange={setTo}
              error={isTurned ? t('errors.issue.ends_before_it_begins') : undefined}
            />
          </Group>
          <Group justify="flex-end" gap="xs">
            <Button
              variant="default"
              disabled={isPending || isTurned}
              onClick={() => {
                print('file');
              }}
            >
              {t('printing.savePdf')}
            </Button>
            <Button type="submit" loading={isPending} disabled={isTurned}>
              {t('printing.print')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
