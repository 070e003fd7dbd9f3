import { Badge, Button, Group, ScrollArea, Table, Text } from '@mantine/core';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { CustomFieldForm } from './CustomFieldForm.tsx';

type Field = OutputOf<'customFields.list'>['fields'][number];

/** The fields the shop has made up for its customers' cards. */
export const CustomFieldsPage = () => {
  const { t } = useTranslation();
  const [shown, setShown] = useState<string | null>(null);
  const list = useOperation('customFields.list', { includeArchived: true });
  if (list.error !== null) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  const fields = list.data?.fields ?? [];
  const field = fields.find(({ id }) => id === shown) ?? null;
  const close = (): void => {
    setShown(null);
  };
  const add = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
      onClick={() => {
        setShown('new');
      }}
    >
      {t('customFields.new')}
    </Button>
  );
  return (
    <WithSidePanel
      panel={shown === null ? null : <CustomFieldForm key={shown} field={field} fields={fields} onClose={close} />}
      panelLabel={t('customFields.panel')}
      width={400}
    >
      <PageHeader title={t('customFields.title')} text={t('customFields.text')}>
        {add}
      </PageHeader>
      <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
        {list.data !== undefined && fields.length === 0 ? (
          <EmptyState icon={IconForms} title={t('customFields.empty.title')} text={t('customFields.empty.text')}>
            {add}
          </EmptyState>
        ) : (
          <Table mx="md" w="auto" miw="40rem" mb="lg">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('customFields.name')}</Table.Th>
                <Table.Th>{t('customFields.group')}</Table.Th>
                <Table.Th>{t('customFields.type')}</Table.Th>
                <Table.Th>{t('customFields.marks')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {fields.map((row) => (
                <FieldRow
                  key={row.id}
                  field={row}
                  onSelect={() => {
                    setShown(row.id);
                  }}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </ScrollArea>
    </WithSidePanel>
  );
};

const FieldRow = ({ field, onSelect }: { readonly field: Field; readonly onSelect: () => void }) => {
  const { t } = useTranslation();
  const marks = (['isRequired', 'isSearchable', 'isInList', 'isArchived'] as const).filter((mark) => field[mark]);
  return (
    <Table.Tr>
      <Table.Td>
        <Button variant="subtle" size="compact-sm" onClick={onSelect}>
          {field.name}
        </Button>
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {field.groupName === '' ? '—' : field.groupName}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{t(`customFields.types.${field.type}`)}</Text>
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {marks.map((mark) => (
            <Badge key={mark} size="sm" color="gray" variant={mark === 'isArchived' ? 'filled' : 'outline'} tt="none">
              {t(`customFields.mark.${mark}`)}
            </Badge>
          ))}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};
