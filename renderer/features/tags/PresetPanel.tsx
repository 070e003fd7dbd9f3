import { Badge, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tradeSchema, type Trade } from '../../../shared/contract/tags.ts';
import { useShop } from '../../app/shop.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Told } from './types.ts';

/** The libraries by trade: what would come, what is there already, then all of it at one press (R009). */
export const PresetPanel = ({ onTold, onClose }: { readonly onTold: Told; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { language } = useShop().settings;
  const [trade, setTrade] = useState<Trade>('clothing');
  const presets = useOperation('tags.presets', { language }).data?.presets ?? [];
  const preview = useOperation('tags.previewPreset', { trade, language }, { keepPrevious: true }).data;
  const addPreset = useCommand('tags.addPreset');
  const add = async (): Promise<void> => {
    const { groupCount, tagCount, changeId } = await addPreset.mutateAsync({ trade, language });
    onTold(t('tags.presets.added', { count: tagCount, groups: groupCount }), changeId);
    onClose();
  };
  return (
    <Stack>
      <Title order={2}>{t('tags.presets.title')}</Title>
      <Select
        label={t('tags.presets.trade')}
        allowDeselect={false}
        value={trade}
        data={presets.map(({ trade: value, name }) => ({ value, label: name }))}
        onChange={(value) => {
          const chosen = tradeSchema.options.find((known) => known === value);
          if (chosen !== undefined) setTrade(chosen);
        }}
      />
      <Group justify="space-between">
        <Text size="sm">
          {preview === undefined
            ? ''
            : preview.newTagCount === 0
              ? t('tags.presets.nothingNew')
              : t('tags.presets.new', { count: preview.newTagCount, groups: preview.newGroupCount })}
        </Text>
        <Group gap="xs">
          <Button
            disabled={preview === undefined || preview.newTagCount === 0}
            loading={addPreset.isPending}
            onClick={() => void add()}
          >
            {t('tags.presets.add')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('common.close')}
          </Button>
        </Group>
      </Group>
      {preview?.groups.map((group) => (
        <section key={group.name}>
          <Text component="h3" size="sm" fw={700} mb={4}>
            {group.name}
            {group.isExclusive && (
              <Text span size="xs" c="dimmed" ml="xs">
                {t('tags.group.one')}
              </Text>
            )}
          </Text>
          <Group gap={4}>
            {group.tags.map((tag) => (
              <Badge
                key={tag.name}
                color={tag.isNew ? 'jade' : 'gray'}
                variant={tag.isNew ? 'light' : 'outline'}
                tt="none"
                fw={400}
              >
                {tag.isNew ? tag.name : t('tags.presets.there', { name: tag.name })}
              </Badge>
            ))}
          </Group>
        </section>
      ))}
    </Stack>
  );
};
