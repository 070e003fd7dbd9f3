import { Alert, Checkbox, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { calendarCodes } from '../../../shared/domain/imports/values.ts';
import type { ImportFile } from './useImportFile.ts';

type Preview = OutputOf<'imports.preview'>;
interface QuestionProps {
  readonly file: ImportFile;
  readonly preview: Preview;
}

/** What the file cannot say by itself: figures for genders, birthdays that an old system invented, identity numbers. */
export const ImportQuestions = ({ file, preview }: QuestionProps) => (
  <>
    {preview.genderFigures.length > 0 && <GenderQuestion file={file} preview={preview} />}
    {preview.calendarFigures.length > 0 && <CalendarQuestion file={file} preview={preview} />}
    {preview.suspectBirthdays.length > 0 && <BirthdayQuestion file={file} preview={preview} />}
    {(file.choices?.mapping ?? file.inspected?.mapping)?.includes('identityNumber') === true && <IdentityQuestion file={file} />}
    {preview.keptIdentityColumns.length > 0 && <KeptIdentityWarning columns={preview.keptIdentityColumns} />}
    {isBalanceAsked(file) && <BalanceQuestion file={file} />}
  </>
);

const GenderQuestion = ({ file, preview }: QuestionProps) => {
  const { t } = useTranslation();
  return (
    <Alert color="amber" title={t('imports.question.gender.title')}>
      <Stack gap="xs">
        <Text size="sm">{t('imports.question.gender.text')}</Text>
        {preview.genderFigures.map(({ figure, names }) => (
          <Text size="sm" key={figure}>
            {t('imports.question.gender.sample', { figure, names: names.length === 0 ? '—' : names.join(' · ') })}
          </Text>
        ))}
        <Radio.Group
          aria-label={t('imports.question.gender.title')}
          value={preview.genderCodes}
          onChange={(value) => {
            file.change({ genderCodes: value === 'one_male' ? 'one_male' : 'zero_male' });
          }}
        >
          <Stack gap="xs">
            <Radio value="zero_male" label={t('imports.question.gender.zero_male')} />
            <Radio value="one_male" label={t('imports.question.gender.one_male')} />
          </Stack>
        </Radio.Group>
      </Stack>
    </Alert>
  );
};

const CalendarQuestion = ({ file, preview }: QuestionProps) => {
  const { t } = useTranslation();
  return (
    <Alert color="amber" title={t('imports.question.calendar.title')}>
      <Stack gap="xs">
        <Text size="sm">{t('imports.question.calendar.text')}</Text>
        {preview.calendarFigures.map(({ figure, birthdays }) => (
          <Text size="sm" key={figure}>
            {t('imports.question.calendar.sample', { figure, birthdays: birthdays.join(' · ') })}
          </Text>
        ))}
        <Radio.Group
          aria-label={t('imports.question.calendar.title')}
          value={preview.calendarCodes}
          onChange={(value) => {
            file.change({ calendarCodes: calendarCodes.find((codes) => codes === value) ?? null });
          }}
        >
          <Stack gap="xs">
            {calendarCodes.map((codes) => (
              <Radio key={codes} value={codes} label={t(`imports.question.calendar.${codes}`)} />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </Alert>
  );
};

/** A balance is asked about where it may meet people who have points already. */
const isBalanceAsked = ({ choices, inspected }: ImportFile): boolean =>
  choices?.form === 'customers' &&
  choices.onExisting !== 'skip' &&
  (choices.mapping ?? inspected?.mapping)?.includes('points') === true;

const BalanceQuestion = ({ file }: { readonly file: ImportFile }) => {
  const { t } = useTranslation();
  return (
    <Alert color="gray" title={t('imports.question.balances.title')}>
      <Radio.Group
        aria-label={t('imports.question.balances.title')}
        value={file.choices?.balances ?? 'fill'}
        onChange={(value) => {
          file.change({ balances: value === 'set' ? 'set' : 'fill' });
        }}
      >
        <Stack gap="xs">
          <Radio value="fill" label={t('imports.question.balances.fill')} />
          <Radio value="set" label={t('imports.question.balances.set')} />
        </Stack>
      </Radio.Group>
    </Alert>
  );
};

const KeptIdentityWarning = ({ columns }: { readonly columns: readonly string[] }) => {
  const { t } = useTranslation();
  return (
    <Alert color="red" title={t('imports.question.keptIdentity.title')}>
      <Text size="sm">{t('imports.question.keptIdentity.text', { columns: columns.join(t('imports.found.between')) })}</Text>
    </Alert>
  );
};

const BirthdayQuestion = ({ file, preview }: QuestionProps) => {
  const { t } = useTranslation();
  const days = preview.suspectBirthdays.map(({ date, count }) => t('imports.question.birthday.day', { date, count })).join(' · ');
  return (
    <Alert color="amber" title={t('imports.question.birthday.title')}>
      <Stack gap="xs">
        <Text size="sm">{t('imports.question.birthday.text', { days })}</Text>
        <Checkbox
          label={t('imports.question.birthday.keep')}
          checked={file.choices?.keepSuspectBirthdays ?? false}
          onChange={(event) => {
            file.change({ keepSuspectBirthdays: event.currentTarget.checked });
          }}
        />
      </Stack>
    </Alert>
  );
};

const IdentityQuestion = ({ file }: { readonly file: ImportFile }) => {
  const { t } = useTranslation();
  return (
    <Alert color="amber" title={t('imports.question.identity.title')}>
      <Stack gap="xs">
        <Text size="sm">{t('imports.question.identity.text')}</Text>
        <Radio.Group
          aria-label={t('imports.question.identity.title')}
          value={file.choices?.identityNumbers ?? 'leave_out'}
          onChange={(value) => {
            file.change({ identityNumbers: value === 'derive' ? 'derive' : 'leave_out' });
          }}
        >
          <Stack gap="xs">
            <Radio value="leave_out" label={t('imports.question.identity.leave_out')} />
            <Radio value="derive" label={t('imports.question.identity.derive')} />
          </Stack>
        </Radio.Group>
      </Stack>
    </Alert>
  );
};
