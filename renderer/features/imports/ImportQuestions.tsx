import { Alert, Checkbox, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
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
    {preview.suspectBirthdays.length > 0 && <BirthdayQuestion file={file} preview={preview} />}
    {(file.choices?.mapping ?? file.inspected?.mapping)?.includes('identityNumber') === true && <IdentityQuestion file={file} />}
  </>
);

const GenderQuestion = ({ file, preview }: QuestionProps) => {
  const { t } = useTranslation();
  return (
    <Alert color="orange" title={t('imports.question.gender.title')}>
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

const BirthdayQuestion = ({ file, preview }: QuestionProps) => {
  const { t } = useTranslation();
  const days = preview.suspectBirthdays.map(({ date, count }) => t('imports.question.birthday.day', { date, count })).join(' · ');
  return (
    <Alert color="orange" title={t('imports.question.birthday.title')}>
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
    <Alert color="orange" title={t('imports.question.identity.title')}>
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
