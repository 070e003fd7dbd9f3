import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { Thing } from '../../../shared/contract/things.ts';
import { useShop } from '../../app/shop.tsx';
import { DateText } from '../../components/DateText.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import classes from './Things.module.css';
import { eventWords } from './thingWords.ts';

type Entry = OutputOf<'things.history'>['entries'][number];
const FIRST = 20;
const MOST = 200;

/** What happened with one thing: the visits whose lines were for it, and what was done to it. */
export const ThingHistory = ({ thing }: { readonly thing: Thing }) => {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(FIRST);
  const history = useOperation('things.history', { thingId: thing.id, limit }, { keepPrevious: true });
  if (history.error !== null) return <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />;
  if (history.data === undefined) return null;
  const { entries, hasMore } = history.data;
  return (
    <Stack gap={4} mt="xs">
      <ol className={classes['list']} aria-label={t('things.historyTitle', { name: thing.name })}>
        {entries.map((entry) => (
          <li key={entry.key} className={classes['fact']}>
            <Text size="sm" c="dimmed">
              <DateText date={entry.on} as="figures" />
            </Text>
            <Words entry={entry} />
          </li>
        ))}
      </ol>
      {hasMore && limit < MOST && (
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
    </Stack>
  );
};

const Words = ({ entry }: { readonly entry: Entry }) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const { visit, event, staffName } = entry;
  return (
    <Text size="sm">
      {visit?.lines.map((line, index) => (
        <span key={`${index}`}>
          {index > 0 && t('customers.timeline.separator')}
          {line.name} <MoneyText amount={line.amountCents} fw={700} />
        </span>
      ))}
      {visit !== undefined && ` · ${visit.customerName}`}
      {event !== undefined && eventWords(t, event, settings.language)}
      {staffName !== null && ` · ${staffName}`}
    </Text>
  );
};
