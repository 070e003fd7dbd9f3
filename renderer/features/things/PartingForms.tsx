import { Button, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Thing } from '../../../shared/contract/things.ts';
import { retirements } from '../../../shared/domain/things/types.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { isLocalDate, localDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { CustomerPicker } from '../../components/CustomerPicker.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import classes from './Things.module.css';

interface FrameProps {
  readonly title: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const Frame = ({ title, onSubmit, onClose, children }: FrameProps) => (
  <SaveForm
    className={classes['editor']}
    onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}
    onCancel={onClose}
  >
    <Stack gap="xs">
      <Text size="sm" fw={700}>
        {title}
      </Text>
      {children}
    </Stack>
  </SaveForm>
);

interface RetireFormProps {
  readonly thing: Thing;
  readonly onRetire: (retired: NonNullable<Thing['retired']>) => void;
  readonly onClose: () => void;
}

/** Since when and why it is no longer served. */
export const RetireForm = ({ thing, onRetire, onClose }: RetireFormProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const first = useFocusOnMount();
  const [because, setBecause] = useState<(typeof retirements)[number]>(thing.type === 'pet' ? 'died' : 'sold');
  const [on, setOn] = useState(today);
  return (
    <Frame
      title={t('things.retireTitle', { name: thing.name })}
      onSubmit={() => {
        onRetire({ on, because });
      }}
      onClose={onClose}
    >
      <SimpleGrid cols={2} spacing="sm">
        <Select
          ref={first}
          label={t('things.retiredBecause')}
          allowDeselect={false}
          data={retirements.map((value) => ({ value, label: t(`things.because.${value}`) }))}
          value={because}
          onChange={(value) => {
            setBecause(retirements.find((known) => known === value) ?? because);
          }}
        />
        <DateInput
          label={t('things.retiredOn')}
          valueFormat="YYYY-MM-DD"
          maxDate={today}
          value={on}
          onChange={(value) => {
            if (value !== null && isLocalDate(value)) setOn(localDate(value));
          }}
        />
      </SimpleGrid>
      <Group gap="xs">
        <Button type="submit" size="compact-sm">
          {t('things.retire')}
        </Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Frame>
  );
};

interface TransferFormProps {
  readonly thing: Thing;
  readonly customerId: CustomerId;
  readonly onTransfer: (to: { readonly id: CustomerId; readonly name: string }) => void;
  readonly onClose: () => void;
}

/** Whose it is now: picked by name or phone, and given at once; undo gives it back. */
export const TransferForm = ({ thing, customerId, onTransfer, onClose }: TransferFormProps) => {
  const { t } = useTranslation();
  return (
    <Frame title={t('things.transferTitle', { name: thing.name })} onSubmit={() => undefined} onClose={onClose}>
      <CustomerPicker
        isFocused
        onPick={({ id, name }) => {
          if (id !== customerId) onTransfer({ id, name });
        }}
      />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('things.transferHint')}
        </Text>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Frame>
  );
};
