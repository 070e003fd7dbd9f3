import { Button, Checkbox, Chip, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconClock, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MOST_STAFF_OF_LINE } from '../../../shared/contract/visitLines.ts';
import { wallClock, type Instant } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { clockText } from '../../components/dateWords.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { cellId, entryId, focusField } from './lineCell.ts';
import { isRunning, type LineDraft } from './lines.ts';
import type { VisitForm } from './useVisitForm.ts';

interface LineDetailsProps {
  readonly line: LineDraft;
  readonly form: VisitForm;
  readonly hasDiscountFault: boolean;
  readonly mayDefer: boolean;
}

/** What a line can say besides its figures: discount, who did it (X35), the piece (X32), what was made to measure (R019), its watch (X30). */
export const LineDetails = ({ line, form, hasDiscountFault, mayDefer }: LineDetailsProps) => {
  const { t } = useTranslation();
  const alter = (changes: Partial<LineDraft>): void => {
    form.alterLine(line.key, changes);
  };
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start">
        <TextInput
          id={cellId(line.key, 'discount')}
          w={150}
          label={t('visits.discount.line')}
          placeholder={t('visits.discount.hint')}
          maxLength={40}
          error={hasDiscountFault ? t('visits.discount.fault') : undefined}
          value={line.discount}
          onChange={(event) => {
            form.changeLine(line.key, 'discount', event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            focusField(entryId);
          }}
        />
        <TextInput
          w={180}
          label={t('visits.lines.serialNumber')}
          maxLength={60}
          data-takes-codes
          value={line.serialNumber}
          onChange={(event) => {
            alter({ serialNumber: event.currentTarget.value });
          }}
        />
        <TextInput
          flex={1}
          miw={200}
          label={t('visits.lines.specification')}
          placeholder={t('visits.lines.specificationHint')}
          maxLength={500}
          value={line.specification}
          onChange={(event) => {
            alter({ specification: event.currentTarget.value });
          }}
        />
      </Group>
      <LineStaff line={line} onChange={alter} />
      <Group gap="sm">
        <Watch line={line} form={form} />
        {mayDefer && (
          <Button
            variant="default"
            size="compact-md"
            fz="sm"
            onClick={() => {
              form.deferLine(line.key);
              focusField(entryId);
            }}
          >
            {t('visits.deferred.do')}
          </Button>
        )}
      </Group>
    </Stack>
  );
};

/** Who did this line, the first leading; whether the customer asked for them or it was their turn. */
const LineStaff = ({
  line,
  onChange,
}: {
  readonly line: LineDraft;
  readonly onChange: (changes: Partial<LineDraft>) => void;
}) => {
  const { t } = useTranslation();
  const staff = useOperation('staff.list', {}).data?.staff ?? [];
  if (staff.length === 0) return null;
  const isChosen = (id: string): boolean => line.staff.some(({ staffId }) => staffId === id);
  return (
    <Group gap="xs" role="group" aria-label={t('visits.lines.staff')}>
      <Text size="sm" c="dimmed">
        {t('visits.lines.staff')}
      </Text>
      {staff.map(({ id, name }) => {
        const one = line.staff.find(({ staffId }) => staffId === id);
        return (
          <Group key={id} gap={6} wrap="nowrap">
            <Chip
              size="sm"
              checked={one !== undefined}
              disabled={one === undefined && line.staff.length >= MOST_STAFF_OF_LINE}
              onChange={() => {
                onChange({
                  staff: isChosen(id)
                    ? line.staff.filter(({ staffId }) => staffId !== id)
                    : [...line.staff, { staffId: id, isRequested: false }],
                });
              }}
            >
              {name}
            </Chip>
            {one !== undefined && (
              <Checkbox
                size="sm"
                label={t('visits.lines.requested')}
                aria-label={t('visits.lines.requestedNamed', { name })}
                checked={one.isRequested === true}
                onChange={(event) => {
                  const isRequested = event.currentTarget.checked;
                  onChange({ staff: line.staff.map((other) => (other.staffId === id ? { ...other, isRequested } : other)) });
                }}
              />
            )}
          </Group>
        );
      })}
    </Group>
  );
};

const Watch = ({ line, form }: { readonly line: LineDraft; readonly form: VisitForm }) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  if (isRunning(line)) return null;
  const { startedAt, stoppedAt } = line;
  const clock = (at: Instant): string => {
    const { hour, minute } = wallClock(at, settings.timeZone);
    return clockText(hour, minute);
  };
  if (startedAt !== null && stoppedAt !== null)
    return (
      <Group gap={6} c="dimmed">
        <IconClock size={16} stroke={1.7} aria-hidden />
        <Text size="sm">{t('visits.watch.span', { from: clock(startedAt), to: clock(stoppedAt) })}</Text>
      </Group>
    );
  return (
    <Button
      variant="default"
      size="compact-md"
      fz="sm"
      leftSection={<IconPlayerPlay size={14} stroke={1.8} aria-hidden />}
      onClick={() => {
        form.startWatch(line.key);
        focusField(entryId);
      }}
    >
      {t('visits.watch.start')}
    </Button>
  );
};
