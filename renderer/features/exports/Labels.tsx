import {
  Alert,
  Button,
  Checkbox,
  Flex,
  Group,
  NumberInput,
  Paper,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../app/shop.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { client } from '../../ipc/client.ts';
import { useJob } from '../../ipc/useJob.ts';
import { labelSheetNames, labelSheets, labelsOnSheet, type LabelSheetName } from '../../../shared/domain/labels/sheets.ts';
import { selectionOf, useChosenPeople } from './chosenPeople.ts';
import { LabelPreview } from './LabelPreview.tsx';

interface Choices {
  readonly sheet: LabelSheetName;
  readonly startAt: number;
  readonly withPhone: boolean;
  readonly onlyAgreed: boolean;
  readonly language: 'zh-CN' | 'en';
}

/** Labels for letters, one a household (X41): choose the sheet, look at it, save it as a PDF and print that. */
export const Labels = () => {
  const { t, i18n } = useTranslation();
  const { today, settings } = useShop();
  const showError = useErrorToast();
  const chosen = useChosenPeople();
  const [choices, setChoices] = useState<Choices>({
    sheet: '24_70x37',
    startAt: 1,
    withPhone: false,
    onlyAgreed: true,
    language: settings.language,
  });
  const [isSaving, setIsSaving] = useState(false);
  const { state, start, cancel } = useJob('exports.labels');
  useEffect(() => {
    void start((jobId) => ({ jobId, selection: selectionOf(chosen), ...choices }));
    return cancel;
  }, [start, cancel, chosen, choices]);

  const save = async (): Promise<void> => {
    setIsSaving(true);
    try {
      const suggestedName = `${t('exports.what.labels')} ${today}.pdf`;
      const saved = await client.shell.saveLabels({ selection: selectionOf(chosen), ...choices, suggestedName });
      if (saved !== null)
        notifications.show({
          color: 'jade',
          message: t('exports.labels.saved', { file: saved.name, sheets: saved.sheets, count: saved.labels }),
        });
    } catch (error) {
      showError(error);
    } finally {
      setIsSaving(false);
    }
  };

  const found = state.status === 'done' ? state.value : null;
  return (
    <Paper withBorder p="md" component="section">
      <Flex gap="xl" wrap="nowrap">
        <Stack w="20rem" flex="none">
          <Title order={2}>{t('exports.labels.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('exports.labels.text')}
          </Text>
          <Select
            label={t('exports.labels.sheet')}
            value={choices.sheet}
            allowDeselect={false}
            data={labelSheetNames.map((value) => {
              const { width, height } = labelSheets[value];
              return { value, label: t('exports.labels.sheetOf', { count: labelsOnSheet(labelSheets[value]), width, height }) };
            })}
            onChange={(value) => {
              const sheet = labelSheetNames.find((name) => name === value);
              if (sheet !== undefined) setChoices({ ...choices, sheet, startAt: 1 });
            }}
          />
          <NumberInput
            label={t('exports.labels.startAt')}
            description={t('exports.labels.startAtText')}
            min={1}
            max={labelsOnSheet(labelSheets[choices.sheet])}
            clampBehavior="strict"
            allowDecimal={false}
            value={choices.startAt}
            onChange={(value) => {
              if (typeof value === 'number') setChoices({ ...choices, startAt: value });
            }}
          />
          <SegmentedControl
            aria-label={t('exports.labels.order')}
            value={choices.language}
            data={[
              { value: 'zh-CN', label: t('exports.labels.chinese') },
              { value: 'en', label: t('exports.labels.english') },
            ]}
            onChange={(value) => {
              setChoices({ ...choices, language: value === 'en' ? 'en' : 'zh-CN' });
            }}
          />
          <Checkbox
            label={t('exports.labels.withPhone')}
            checked={choices.withPhone}
            onChange={(event) => {
              setChoices({ ...choices, withPhone: event.currentTarget.checked });
            }}
          />
          <Checkbox
            label={t('exports.labels.onlyAgreed')}
            description={t('exports.labels.onlyAgreedText')}
            checked={choices.onlyAgreed}
            onChange={(event) => {
              setChoices({ ...choices, onlyAgreed: event.currentTarget.checked });
            }}
          />
          {state.status === 'failed' && <ErrorNotice error={state.error} />}
          {found !== null && (
            <Text size="sm" role="status">
              {t('exports.labels.found', {
                count: found.labels,
                figure: found.labels.toLocaleString(i18n.language),
                people: (found.people - found.withoutAddress).toLocaleString(i18n.language),
                sheets: found.sheetCount.toLocaleString(i18n.language),
              })}
            </Text>
          )}
          {found !== null && found.refused > 0 && (
            <Text size="sm" c="dimmed">
              {t('exports.labels.refused', { count: found.refused, figure: found.refused.toLocaleString(i18n.language) })}
            </Text>
          )}
          {found !== null && found.unasked > 0 && (
            <Text size="sm" c="dimmed">
              {t('exports.labels.unasked', { count: found.unasked, figure: found.unasked.toLocaleString(i18n.language) })}
            </Text>
          )}
          {found !== null && found.withoutAddress > 0 && (
            <Alert color="gray" p="xs">
              <Text size="sm">
                {t('exports.labels.withoutAddress', {
                  count: found.withoutAddress,
                  figure: found.withoutAddress.toLocaleString(i18n.language),
                  names: found.withoutAddressNames.slice(0, 5).join(t('exports.labels.nameSeparator')),
                })}
              </Text>
            </Alert>
          )}
          <Group>
            <Button loading={isSaving} disabled={found === null || found.labels === 0} onClick={() => void save()}>
              {t('exports.labels.save')}
            </Button>
          </Group>
        </Stack>
        <LabelPreview labels={found?.sheets[0] ?? null} sheet={choices.sheet} />
      </Flex>
    </Paper>
  );
};
