import { Button, Checkbox, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../app/shop.tsx';
import { exportColumnNames, exportColumns, type ExportColumnName } from '../../../shared/domain/exports/columns.ts';

const groups = {
  basics: ['number', 'name', 'gender', 'phone', 'birthday', 'statedAge', 'cardNo', 'status', 'createdOn'],
  contact: [
    'wechat',
    'email',
    'contactMethods',
    'region',
    'address',
    'preferredChannel',
    'contactFromHour',
    'contactToHour',
    'doNotContact',
    'consentOn',
    'consentSource',
    'consentWithdrawnOn',
  ],
  taste: [
    'tags',
    'likes',
    'motive',
    'needs',
    'usageHabits',
    'painPoints',
    'needType',
    'note',
    'family',
    'importantDates',
    'interests',
  ],
  care: ['safetyNote', 'safetyFacts', 'patchTests', 'things', 'expiring'],
  belonging: [
    'owner',
    'source',
    'referrer',
    'occupation',
    'incomeBand',
    'education',
    'vip',
    'vipReason',
    'inactiveOn',
    'inactiveReason',
  ],
  figures: ['points', 'visitCount', 'spend', 'firstVisitOn', 'lastVisitOn'],
} as const satisfies Record<string, readonly ExportColumnName[]>;
const groupNames = ['basics', 'contact', 'taste', 'care', 'belonging', 'figures'] as const;

interface ColumnChoiceProps {
  readonly columns: readonly ExportColumnName[];
  readonly onChange: (columns: readonly ExportColumnName[]) => void;
}

/** Which facts go along; the names are the headings that the file will have. */
export const ColumnChoice = ({ columns, onChange }: ColumnChoiceProps) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const set = (names: readonly ExportColumnName[], isOn: boolean): void => {
    onChange(exportColumnNames.filter((name) => (names.includes(name) ? isOn : columns.includes(name))));
  };
  return (
    <Paper withBorder p="md" component="section">
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t('exports.columns.title', { count: columns.length, all: exportColumnNames.length })}</Title>
        <Group gap="xs">
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              onChange(exportColumnNames);
            }}
          >
            {t('exports.columns.all')}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              onChange(['name', 'phone']);
            }}
          >
            {t('exports.columns.few')}
          </Button>
        </Group>
      </Group>
      <SimpleGrid cols={6} spacing="md">
        {groupNames.map((group) => (
          <div key={group} role="group" aria-label={t(`exports.columns.groups.${group}`)}>
            <Text size="xs" c="dimmed" mb="xs">
              {t(`exports.columns.groups.${group}`)}
            </Text>
            {groups[group].map((name) => (
              <Checkbox
                key={name}
                mb={6}
                size="xs"
                label={exportColumns[name].header[settings.language]}
                checked={columns.includes(name)}
                onChange={(event) => {
                  set([name], event.currentTarget.checked);
                }}
              />
            ))}
          </div>
        ))}
      </SimpleGrid>
    </Paper>
  );
};
