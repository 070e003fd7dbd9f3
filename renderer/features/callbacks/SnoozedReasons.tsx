import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Snoozed } from '../../../shared/contract/callbacks.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { shortDate } from '../../components/dateWords.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { useSnooze, type SnoozedRule } from './useSnooze.ts';

const ruleOf = (rule: Snoozed['rule']): SnoozedRule | null => (rule === 'promised' || rule === 'own' ? null : rule);

/** What is not brought up of this person at present, and the way back; nothing when all is. */
export const SnoozedReasons = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const may = useMay()('callbacks.write');
  const { resume } = useSnooze();
  const snoozes = useOperation('callbacks.snoozes', { customerId }).data?.snoozes ?? [];
  const end = ({ until }: Snoozed): string =>
    until.kind === 'day'
      ? t('callbacks.snooze.untilDay', { on: shortDate(until.on, today) })
      : t(until.kind === 'debt_paid' ? 'callbacks.snooze.debtPaid' : 'callbacks.snooze.forGood');
  if (snoozes.length === 0) return null;
  return (
    <Stack gap={2} component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('callbacks.snooze.list')}>
      {snoozes.map((snoozed) => {
        const rule = ruleOf(snoozed.rule);
        const words = rule === null ? '' : t(`settings.list.rule.${rule}`);
        return (
          <Group key={snoozed.id} component="li" gap={6} wrap="nowrap">
            <Text size="xs" c="dimmed">
              {t('callbacks.snooze.line', { rule: words, end: end(snoozed) })}
            </Text>
            {may && (
              <Anchor
                component="button"
                type="button"
                size="xs"
                underline="always"
                aria-label={t('callbacks.snooze.resumeOf', { rule: words })}
                onClick={() => {
                  resume(snoozed, words);
                }}
              >
                {t('callbacks.snooze.resume')}
              </Anchor>
            )}
          </Group>
        );
      })}
    </Stack>
  );
};
