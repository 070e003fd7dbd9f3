import { Checkbox, Group, NativeSelect, Paper, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldsOfKey, matchKeys, type MatchKey } from '../../../shared/domain/imports/fields.ts';
import type { ImportFile } from './useImportFile.ts';

/** The keys that the mapped columns can serve. */
const usableKeys = (file: ImportFile): readonly MatchKey[] => {
  const mapping = file.choices?.mapping ?? file.inspected?.mapping ?? [];
  return matchKeys.filter((key) => {
    if (key === 'nameBirthday')
      return mapping.includes('birthday') && (mapping.includes('name') || mapping.includes('familyName'));
    return key === 'auto' || fieldsOfKey[key].some((field) => mapping.includes(field));
  });
};

/** How a row finds its person, and what becomes of people who are here already and of those who are not. */
export const PeopleChoices = ({ file }: { readonly file: ImportFile }) => {
  const { t } = useTranslation();
  const { choices } = file;
  if (choices === null) return null;
  const { form } = choices;
  const change = file.change;
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="sm">
        {t('imports.people.title')}
      </Title>
      <Group align="flex-end">
        <NativeSelect
          size="xs"
          label={t('imports.people.matchBy')}
          value={choices.matchBy ?? 'auto'}
          data={usableKeys(file).map((key) => ({ value: key, label: t(`imports.key.${key}`) }))}
          onChange={(event) => {
            change({ matchBy: matchKeys.find((key) => key === event.currentTarget.value) ?? 'auto' });
          }}
        />
        <NativeSelect
          size="xs"
          label={t('imports.existing.label')}
          value={choices.onExisting ?? 'update'}
          data={[
            { value: 'update', label: t(`imports.existing.update_${form}`) },
            { value: 'skip', label: t('imports.existing.skip') },
          ]}
          onChange={(event) => {
            change({ onExisting: event.currentTarget.value === 'skip' ? 'skip' : 'update' });
          }}
        />
        <NativeSelect
          size="xs"
          label={t('imports.unknown.label')}
          value={choices.onNew ?? 'create'}
          data={[
            { value: 'create', label: t('imports.unknown.create') },
            { value: 'skip', label: t('imports.unknown.skip') },
          ]}
          onChange={(event) => {
            change({ onNew: event.currentTarget.value === 'skip' ? 'skip' : 'create' });
          }}
        />
        {form === 'customers' && choices.onExisting !== 'skip' && (
          <NativeSelect
            size="xs"
            label={t('imports.conflict.label')}
            value={choices.onConflict ?? 'file'}
            data={[
              { value: 'file', label: t('imports.conflict.file') },
              { value: 'shop', label: t('imports.conflict.shop') },
            ]}
            onChange={(event) => {
              change({ onConflict: event.currentTarget.value === 'shop' ? 'shop' : 'file' });
            }}
          />
        )}
        {form === 'purchases' && (
          <Checkbox
            label={t('imports.earnPoints')}
            checked={choices.earnPoints ?? false}
            onChange={(event) => {
              change({ earnPoints: event.currentTarget.checked });
            }}
          />
        )}
      </Group>
    </Paper>
  );
};
