import { Divider, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CountCard } from '../../../shared/contract/countCards.ts';
import { DateText } from '../../components/DateText.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';

/** The ledger of a card, latest first: each entry with why, and what was left after it. */
export const CardHistory = ({ card }: { readonly card: CountCard }) => {
  const { t, i18n } = useTranslation();
  const history = useOperation('countCards.history', { cardId: card.id });
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' });
  if (history.isError) return <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />;
  return (
    <Stack gap="xs">
      <Divider color="var(--regulars-hairline)" />
      {history.data?.entries.map((entry) => (
        <Group key={entry.id} justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={0} miw={0}>
            <Text size="sm" td={entry.isReversed ? 'line-through' : undefined}>
              {t(`countCards.kinds.${entry.kind}`)}
              {entry.days > 0 && ` ${t('countCards.entryDays', { count: entry.days })}`}
              {entry.otherName !== null &&
                ` · ${t(entry.kind === 'issue' ? 'storedValue.transfer.fromWhom' : 'storedValue.transfer.toWhom', { name: entry.otherName })}`}
              {entry.reason !== null && ` · ${entry.reason}`}
            </Text>
            <Text size="xs" c="dimmed">
              <DateText date={entry.businessDate} as="figures" />
              {entry.staffName !== null && ` · ${entry.staffName}`}
            </Text>
          </Stack>
          <Stack gap={0} align="flex-end" flex="none">
            {entry.uses !== 0 && (
              <Text size="sm" fw={700}>
                {signed.format(entry.uses)}
              </Text>
            )}
            {entry.leftAfter !== null && (
              <Text size="xs" c="dimmed">
                {t('countCards.left', { count: entry.leftAfter })}
              </Text>
            )}
          </Stack>
        </Group>
      ))}
    </Stack>
  );
};
