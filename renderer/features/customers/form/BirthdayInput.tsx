import { Checkbox, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePartialDate, partialDateInputText, type PartialDateParts } from '../../../../shared/domain/partialDate.ts';
import { useShop } from '../../../app/shop.tsx';
import { partialDateWords } from '../partialDateWords.ts';

interface BirthdayInputProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** What was typed. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly error?: ReactNode;
}

/**
 * A date typed as people say it, with what was understood below it; calendar and leap month can be switched, which rewrites
 * the text, so that the text is all there is.
 */
export const BirthdayInput = ({ label, hideLabel = false, value, onChange, error }: BirthdayInputProps) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const hintId = useId();
  const { language } = settings;
  const date = value.trim() === '' ? null : parsePartialDate(value, today);
  const write = (next: PartialDateParts): void => {
    onChange(partialDateInputText(next, language));
  };
  const switchCalendar = (calendar: string): void => {
    if (date === null) return;
    write(
      calendar === 'lunar'
        ? { ...date, calendar, day: date.day === 31 ? 30 : date.day }
        : { ...date, calendar: 'solar', isLeapMonth: false },
    );
  };
  return (
    <Stack gap={6}>
      <TextInput
        {...(hideLabel ? { 'aria-label': label } : { label })}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
        placeholder={t('customers.form.birthdayHint')}
        error={error}
        autoComplete="off"
        aria-describedby={hintId}
      />
      {date !== null && (
        <Group gap="sm" wrap="nowrap">
          <SegmentedControl
            size="xs"
            flex="none"
            aria-label={t('customers.form.birthdayCalendar')}
            value={date.calendar}
            onChange={switchCalendar}
            data={[
              { value: 'solar', label: t('customers.form.solar') },
              { value: 'lunar', label: t('customers.form.lunar') },
            ]}
          />
          {date.calendar === 'lunar' && date.month !== null && (
            <Checkbox
              size="xs"
              flex="none"
              label={t('customers.form.leapMonth')}
              checked={date.isLeapMonth}
              onChange={(event) => {
                write({ ...date, isLeapMonth: event.currentTarget.checked });
              }}
            />
          )}
          <Text id={hintId} size="sm" c="jade" role="status">
            {partialDateWords(t, date, language)}
          </Text>
        </Group>
      )}
    </Stack>
  );
};
