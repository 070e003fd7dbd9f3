import { Button, SegmentedControl, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconCalendarPlus, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addDays, isLocalDate, localDate, type LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { dateWords } from '../../components/dateWords.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { DaySheetButtons } from '../printing/DaySheetButtons.tsx';
import { diaryViews, type DiaryView } from './search.ts';
import { weekdayName } from './weekdays.ts';

interface Person {
  readonly staffId: string;
  readonly name: string;
}

interface DiaryHeaderProps {
  readonly view: DiaryView;
  readonly on: LocalDate;
  readonly people: readonly Person[];
  /** Whose week it is. */
  readonly person: Person | undefined;
  readonly onShow: (next: { readonly view?: string; readonly on?: LocalDate; readonly staffId?: string }) => void;
  /** Null for whoever may not book. */
  readonly onBook: (() => void) | null;
}

/** Which day, seen how, and what can be done with it. */
export const DiaryHeader = ({ view, on, people, person, onShow, onBook }: DiaryHeaderProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const days = view === 'week' ? 7 : 1;
  return (
    <PageHeader title={`${dateWords(t, on, today)} · ${t(`appointments.weekdays.${weekdayName(on)}`)}`}>
      {view === 'week' && (
        <Select
          aria-label={t('appointments.form.staff')}
          w="8rem"
          allowDeselect={false}
          data={people.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          value={person?.staffId ?? null}
          onChange={(staffId) => {
            if (staffId !== null) onShow({ staffId });
          }}
        />
      )}
      <SegmentedControl
        aria-label={t('appointments.views.label')}
        value={view}
        data={diaryViews.map((value) => ({ value, label: t(`appointments.views.${value}`) }))}
        onChange={(next) => {
          onShow({ view: next });
        }}
      />
      <Button.Group>
        <Button
          variant="default"
          px="xs"
          aria-label={t('appointments.day.previous')}
          onClick={() => {
            onShow({ on: addDays(on, -days) });
          }}
        >
          <IconChevronLeft size={16} stroke={1.7} aria-hidden />
        </Button>
        <Button
          variant="default"
          tt="capitalize"
          onClick={() => {
            onShow({ on: today });
          }}
        >
          {t('common.when.today')}
        </Button>
        <Button
          variant="default"
          px="xs"
          aria-label={t('appointments.day.next')}
          onClick={() => {
            onShow({ on: addDays(on, days) });
          }}
        >
          <IconChevronRight size={16} stroke={1.7} aria-hidden />
        </Button>
      </Button.Group>
      <DateInput
        aria-label={t('appointments.form.on')}
        valueFormat="YYYY-MM-DD"
        w="8rem"
        value={on}
        onChange={(day) => {
          if (day !== null && isLocalDate(day)) onShow({ on: localDate(day) });
        }}
      />
      <DaySheetButtons on={on} isCompact />
      {onBook !== null && (
        <Button leftSection={<IconCalendarPlus size={16} stroke={1.7} aria-hidden />} onClick={onBook}>
          {t('appointments.form.book')}
        </Button>
      )}
    </PageHeader>
  );
};
