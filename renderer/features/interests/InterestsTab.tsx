import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Interest } from '../../../shared/contract/interests.ts';
import { interestKinds } from '../../../shared/domain/interests.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import classes from '../things/Things.module.css';
import { InterestForm } from './InterestForm.tsx';
import { InterestRow } from './InterestRow.tsx';
import { useInterests } from './useInterests.ts';

const FIRST = 50;
const MOST = 200;

/** What a customer looked at, tried, asked about (R018) and wants (R019): what is open first, then what comes up most, then all. */
export const InterestsTab = ({ customerId }: { readonly customerId: CustomerId }) => {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(FIRST);
  const overview = useOperation('interests.overview', { customerId });
  const list = useOperation('interests.list', { customerId, limit }, { keepPrevious: true });
  const { save, settle, remove } = useInterests(customerId);
  /** The id of the one in hand, 'new', or null. */
  const [edited, setEdited] = useState<string | null>(null);
  const close = (): void => {
    setEdited(null);
  };
  const error = overview.error ?? list.error;
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void list.refetch()} />;
  if (overview.data === undefined || list.data === undefined) return null;
  const { open, counts } = overview.data;
  const others = list.data.rows.filter(({ state }) => state !== 'open');
  const row = (interest: Interest) => (
    <li key={interest.id}>
      {edited === interest.id ? (
        <InterestForm interest={interest} onSave={(input) => save(input, interest)} onClose={close} />
      ) : (
        <InterestRow
          interest={interest}
          onSettle={(state) => {
            settle(interest, state);
          }}
          onEdit={() => {
            setEdited(interest.id);
          }}
          onRemove={() => {
            remove(interest);
          }}
        />
      )}
    </li>
  );
  return (
    <Stack p="md" gap="md">
      {edited === 'new' ? (
        <InterestForm interest={null} onSave={(input) => save(input, null)} onClose={close} />
      ) : (
        <Group>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
            onClick={() => {
              setEdited('new');
            }}
          >
            {t('interests.add')}
          </Button>
        </Group>
      )}
      <SimpleGrid type="container" cols={{ base: 1, '760px': 2 }} spacing="xl" verticalSpacing="md">
        <section>
          <Text component="h3" size="xs" c="dimmed" mb={4}>
            {t('interests.open')}
          </Text>
          {open.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('interests.openEmpty')}
            </Text>
          ) : (
            <ul className={classes['list']}>{open.map(row)}</ul>
          )}
        </section>
        <section>
          <Text component="h3" size="xs" c="dimmed" mb={4}>
            {t('interests.counts')}
          </Text>
          {counts.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('interests.countsEmpty')}
            </Text>
          ) : (
            <ul className={classes['list']}>
              {counts.map((count) => (
                <li key={`${count.productId ?? ''} ${count.name}`} className={classes['fact']}>
                  <Text size="sm" fw={700}>
                    {count.name}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {interestKinds
                      .filter((kind) => count[kind] > 0)
                      .map((kind) => t('interests.times', { kind: t(`interests.kinds.${kind}`), count: count[kind] }))
                      .join(' · ')}
                  </Text>
                </li>
              ))}
            </ul>
          )}
        </section>
      </SimpleGrid>
      {others.length > 0 && (
        <section>
          <Text component="h3" size="xs" c="dimmed" mb={4}>
            {t('interests.all')}
          </Text>
          <ol className={classes['list']}>{others.map(row)}</ol>
          {list.data.total > limit && limit < MOST && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                setLimit(MOST);
              }}
            >
              {t('customers.timeline.more')}
            </Button>
          )}
        </section>
      )}
    </Stack>
  );
};
