import { Divider, Group, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { pointsFor } from '../../../shared/domain/loyalty.ts';
import type { Points } from '../../../shared/types/amounts.ts';
import { isLocalDate, localDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { StaffChoice } from './StaffChoice.tsx';
import type { VisitForm } from './useVisitForm.ts';

/** What it comes to, what it earns, who served and when. */
export const VisitTotals = ({ form, balance }: { readonly form: VisitForm; readonly balance: Points }) => {
  const { t } = useTranslation();
  const { settings, today } = useShop();
  const { draft, total, change } = form;
  const earned = pointsFor(total, settings);
  const figures = { points: earned.toLocaleString(), balance: (balance + earned).toLocaleString() };
  return (
    <Stack gap="md">
      <Stack gap={2}>
        <Text size="sm" c="dimmed">
          {t('visits.total')}
        </Text>
        <Text fz={44} lh={1.15} fw={700} component="output" aria-live="polite" aria-label={t('visits.total')}>
          <MoneyText amount={total} keepZeros />
        </Text>
        <Group justify="space-between">
          <Text size="sm" fw={700} c="var(--mantine-color-jade-text)">
            {earned > 0 ? t('visits.pointsEarned', figures) : t('visits.noPoints', figures)}
          </Text>
          <Text size="sm" c="dimmed">
            {draft.lines.length > 0 && t('visits.itemCount', { count: draft.lines.length })}
          </Text>
        </Group>
      </Stack>
      <Divider color="var(--regulars-hairline)" />
      <StaffChoice
        staffId={draft.staffId}
        onChange={(staffId) => {
          change({ staffId });
        }}
      />
      <DateInput
        label={t('visits.date')}
        labelProps={{ c: 'dimmed', fw: 400 }}
        valueFormat="YYYY-MM-DD"
        maxDate={today}
        value={draft.date ?? today}
        onChange={(value) => {
          change({ date: value === null || value === today || !isLocalDate(value) ? null : localDate(value) });
        }}
      />
    </Stack>
  );
};
