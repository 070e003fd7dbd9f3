import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconRubberStamp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StampEntryTold } from '../../../shared/contract/stamps.ts';
import { useMay } from '../../app/session.ts';
import { useTold } from '../../components/useTold.ts';
import { DateText } from '../../components/DateText.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useCommand } from '../../ipc/useCommand.ts';

/** What moved somebody's stamps, the latest first; what was given by hand is taken back here. */
export const StampEntries = ({ entries }: { readonly entries: readonly StampEntryTold[] }) => {
  const { t } = useTranslation();
  if (entries.length === 0)
    return <EmptyState icon={IconRubberStamp} title={t('stamps.card.none.title')} text={t('stamps.card.none.text')} />;
  return (
    <Stack gap="sm">
      <Title order={3} size="sm">
        {t('stamps.card.history')}
      </Title>
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </Stack>
    </Stack>
  );
};

const Entry = ({ entry }: { readonly entry: StampEntryTold }) => {
  const { t } = useTranslation();
  const may = useMay();
  const told = useTold();
  const takeBack = useCommand('stamps.takeBack');
  const { stamps } = entry;
  return (
    <Group component="li" justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={0} miw={0}>
        <Text size="sm">
          {[t(`stamps.card.kinds.${entry.kind}`), ...(entry.reason === null ? [] : [entry.reason])].join(' · ')}
        </Text>
        <Text size="xs" c="dimmed">
          <DateText date={entry.businessDate} as="figures" /> · {entry.cardName}
          {entry.staffName !== null && ` · ${entry.staffName}`}
        </Text>
        {entry.mayTakeBack && may('loyalty.adjust') && (
          <Button
            variant="subtle"
            size="compact-xs"
            w="fit-content"
            ml={-8}
            leftSection={<IconArrowBackUp size={14} stroke={1.7} aria-hidden />}
            loading={takeBack.isPending}
            onClick={() => {
              takeBack.mutate(
                { entryId: entry.id },
                {
                  onSuccess: () => {
                    told(t('stamps.done.takenBack', { count: Math.abs(stamps) }));
                  },
                },
              );
            }}
          >
            {t('stamps.card.takeBack')}
          </Button>
        )}
      </Stack>
      <Text size="sm" fw={700} flex="none">
        {stamps > 0 ? `+${stamps}` : stamps}
      </Text>
    </Group>
  );
};
