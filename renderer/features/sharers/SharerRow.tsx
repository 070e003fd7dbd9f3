import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Sharer } from '../../../shared/contract/sharers.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { CustomerLink } from '../../components/CustomerLink.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { termsText } from './termsText.ts';

interface SharerRowProps {
  readonly sharer: Sharer;
  readonly mayWrite: boolean;
  readonly onChange: () => void;
}

/** Who may use it, within which limits, and what was used this month; ended and allowed again by a key. */
export const SharerRow = ({ sharer, mayWrite, onChange }: SharerRowProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { done } = useUndo();
  const end = useCommand('sharers.end');
  const { id: sharerId, name, endedOn, sinceOn } = sharer;
  const hasEnded = endedOn !== null;
  const turn = async (): Promise<void> => {
    await end.mutateAsync({ sharerId, isEnded: !hasEnded });
    done({
      label: t(hasEnded ? 'sharers.done.resumed' : 'sharers.done.ended', { other: name }),
      undo: () => call('sharers.end', { sharerId, isEnded: hasEnded }),
    });
  };
  const rest = [
    hasEnded ? t('sharers.terms.ended', { on: endedOn }) : t('sharers.terms.since', { on: sinceOn }),
    sharer.note,
    sharer.staffName,
  ].filter((part) => part !== null && part !== '');
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={0} miw={0}>
        <Text size="sm">
          <CustomerLink customerId={sharer.customerId}>{name}</CustomerLink>
        </Text>
        <Text size="sm" {...(hasEnded && { c: 'dimmed' })}>
          {termsText(t, money, sharer)}
        </Text>
        <Text size="xs" c="dimmed">
          {rest.join(' · ')}
        </Text>
      </Stack>
      {mayWrite && (
        <Group gap={4} wrap="nowrap">
          {!hasEnded && (
            <Button variant="subtle" size="compact-sm" aria-label={t('sharers.changeOf', { name })} onClick={onChange}>
              {t('sharers.change')}
            </Button>
          )}
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t(hasEnded ? 'sharers.resumeOf' : 'sharers.endOf', { name })}
            loading={end.isPending}
            onClick={() => void turn()}
          >
            {t(hasEnded ? 'sharers.resume' : 'sharers.end')}
          </Button>
        </Group>
      )}
    </Group>
  );
};
