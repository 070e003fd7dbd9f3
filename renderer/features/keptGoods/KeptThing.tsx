import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KeptGood } from '../../../shared/contract/keptGoods.ts';
import { formatQuantity } from '../../../shared/domain/quantity.ts';
import { quantity } from '../../../shared/types/amounts.ts';
import { useMay } from '../../app/session.ts';
import { DateText } from '../../components/DateText.tsx';
import { useTold } from '../../components/useTold.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { usePrint } from '../printing/usePrint.ts';
import type { KeptMode } from './KeptDrawer.tsx';

interface KeptThingProps {
  readonly good: KeptGood;
  readonly mayWrite: boolean;
  readonly onMode: (mode: KeptMode) => void;
}

/** One thing that is kept: how much is left, where it stands, what was handed out, and what can be done with it. */
export const KeptThing = ({ good, mayWrite, onMode }: KeptThingProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { isPending, slip } = usePrint();
  const { name, leftQuantity, place, note, expiresOn, isBought, isExpired, movements } = good;
  const isHere = leftQuantity > 0;
  return (
    <Stack gap={4} component="section" aria-label={name}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={700} {...(!isHere && { c: 'dimmed' })}>
          {name}
        </Text>
        <Text fw={700} flex="none" c={isHere ? 'var(--regulars-advice-text)' : 'dimmed'}>
          {isHere ? t('keptGoods.left', { many: formatQuantity(leftQuantity) }) : t('keptGoods.gone')}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {[t(isBought ? 'keptGoods.bought' : 'keptGoods.own'), place, note].filter((part) => part !== null).join(' · ')}
      </Text>
      {expiresOn !== null && isHere && (
        <Group gap={6}>
          <Text size="sm" c={isExpired ? 'var(--regulars-danger-text)' : 'dimmed'}>
            {t('keptGoods.goodUntil', { date: expiresOn })}
          </Text>
          {isExpired && <Badge color="red">{t('keptGoods.isExpired')}</Badge>}
        </Group>
      )}
      <Group gap={6} my={2}>
        {mayWrite && isHere && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('keptGoods.actions.takeOf', { item: name })}
            onClick={() => {
              onMode({ kind: 'take', good });
            }}
          >
            {t('keptGoods.actions.take')}
          </Button>
        )}
        {mayWrite && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('keptGoods.actions.changeOf', { item: name })}
            onClick={() => {
              onMode({ kind: 'change', good });
            }}
          >
            {t('keptGoods.actions.change')}
          </Button>
        )}
        {may('visits.read') && (
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={isPending}
            aria-label={t('keptGoods.actions.slipOf', { item: name })}
            leftSection={<IconPrinter size={14} stroke={1.7} aria-hidden />}
            onClick={() => {
              slip({ kind: 'kept', keptId: good.id }, 'printer');
            }}
          >
            {t('keptGoods.actions.slip')}
          </Button>
        )}
      </Group>
      {movements.toReversed().map((movement) => (
        <Movement key={movement.id} movement={movement} mayWrite={mayWrite} />
      ))}
    </Stack>
  );
};

interface MovementProps {
  readonly movement: KeptGood['movements'][number];
  readonly mayWrite: boolean;
}

const Movement = ({ movement, mayWrite }: MovementProps) => {
  const { t } = useTranslation();
  const told = useTold();
  const reverse = useCommand('keptGoods.reverse');
  const words = { kind: t(`keptGoods.kinds.${movement.kind}`), many: formatQuantity(quantity(Math.abs(movement.quantity))) };
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text size="xs" c="dimmed" td={movement.isReversed ? 'line-through' : undefined}>
        <DateText date={movement.businessDate} as="figures" /> {words.kind} {words.many}
        {[movement.reason, movement.staffName].map((part) => (part === null ? '' : ` · ${part}`))}
      </Text>
      {mayWrite && movement.kind !== 'reverse' && !movement.isReversed && (
        <Button
          variant="subtle"
          size="compact-xs"
          flex="none"
          leftSection={<IconArrowBackUp size={14} stroke={1.7} aria-hidden />}
          loading={reverse.isPending}
          aria-label={t('keptGoods.takeBackOf', words)}
          onClick={() => {
            reverse.mutate(
              { entryId: movement.id, reason: t('keptGoods.takenBackReason') },
              {
                onSuccess: () => {
                  told(t('keptGoods.takenBack', words));
                },
              },
            );
          }}
        >
          {t('keptGoods.takeBack')}
        </Button>
      )}
    </Group>
  );
};
