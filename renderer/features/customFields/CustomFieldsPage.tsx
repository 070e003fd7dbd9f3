import { Badge, Group, Text } from '@mantine/core';
import { IconForms } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PrivateBadge } from '../../components/PrivateBadge.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { CustomFieldForm } from './CustomFieldForm.tsx';

const marksOfField = ['isRequired', 'isSearchable', 'isInList', 'isArchived'] as const;

/** The fields the shop has made up for its customers' cards. */
export const CustomFieldsPage = (): ReactNode => {
  const { t } = useTranslation();
  const list = useOperation('customFields.list', { includeArchived: true });
  const fields = list.data?.fields;
  return (
    <DefinitionsPage
      words={{
        title: t('customFields.title'),
        text: t('customFields.text'),
        add: t('customFields.new'),
        panel: t('customFields.panel'),
      }}
      heads={[t('customFields.name'), t('customFields.group'), t('customFields.type'), t('customFields.marks')]}
      definitions={fields}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={400}
      editor={(field, close) => <CustomFieldForm field={field} fields={fields ?? []} onClose={close} />}
      empty={{ icon: IconForms, title: t('customFields.empty.title'), text: t('customFields.empty.text') }}
      cells={(field) => [
        <Text key="group" size="sm" c="dimmed">
          {field.groupName === '' ? '—' : field.groupName}
        </Text>,
        <Text key="type" size="sm">
          {t(`customFields.types.${field.type}`)}
        </Text>,
        <Group key="marks" gap={4}>
          {field.privateGroup !== null && <PrivateBadge>{t(`customFields.privacy.groups.${field.privateGroup}`)}</PrivateBadge>}
          {marksOfField
            .filter((mark) => field[mark])
            .map((mark) => (
              <Badge key={mark} size="sm" color="gray" variant={mark === 'isArchived' ? 'filled' : 'outline'} tt="none">
                {t(`customFields.mark.${mark}`)}
              </Badge>
            ))}
        </Group>,
      ]}
    />
  );
};
