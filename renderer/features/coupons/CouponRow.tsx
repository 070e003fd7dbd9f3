import { Badge, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coupon } from '../../../shared/contract/coupons.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { useCopy } from '../../components/useCopy.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { TransferCouponForm } from './TransferCouponForm.tsx';
import { useCouponWords } from './useCouponWords.ts';

interface CouponRowProps {
  readonly coupon: Coupon;
  readonly card: Card;
}

/** One coupon: what it gives, until when, its number, and what happened to it. */
export const CouponRow = ({ coupon, card }: CouponRowProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const money = useMoney();
  const copy = useCopy();
  const words = useCouponWords();
  const { settings } = useShop();
  const { done } = useUndo();
  const restore = useCommand('coupons.restore');
  const [action, setAction] = useState<'void' | 'transfer' | null>(null);
  const close = (): void => {
    setAction(null);
  };
  const { id: couponId, name, number, state, occasion, terms, expiresOn, reason, entries } = coupon;
  const isOpen = state === 'open';
  const said = { shop: settings.shopName, coupon: name, terms: words.terms(terms, false), number };
  const message =
    expiresOn === null ? t('coupons.card.message', said) : t('coupons.card.messageUntil', { ...said, date: expiresOn });
  const facts = [
    t('coupons.card.number', { number }),
    reason === null
      ? t('coupons.card.issuedPlain', { date: coupon.issuedOn })
      : t('coupons.card.issued', { date: coupon.issuedOn, reason }),
    ...(coupon.receivedFrom === null ? [] : [t('storedValue.transfer.fromWhom', { name: coupon.receivedFrom })]),
    ...(coupon.givenTo === null ? [] : [t('storedValue.transfer.toWhom', { name: coupon.givenTo })]),
    ...(occasion === 'none' ? [] : [t(`coupons.card.occasions.${occasion}`)]),
    ...(coupon.staffName === null ? [] : [coupon.staffName]),
    ...(isOpen && terms.uses > 1 ? [t('coupons.card.left', { count: coupon.left })] : []),
  ];
  // The latest comes first.
  const voided = state === 'void' ? entries.find(({ kind }) => kind === 'void') : undefined;
  const isVoid = voided !== undefined && coupon.givenTo === null;
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap={2}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={700} {...(!isOpen && { c: 'dimmed' })}>
            {name}
          </Text>
          {isOpen ? (
            <Text size="sm" c="var(--regulars-advice-text)" ta="right">
              {expiresOn === null ? t('coupons.terms.never') : t('coupons.card.until', { date: expiresOn })}
            </Text>
          ) : (
            <Badge color="gray" variant="light">
              {t(coupon.givenTo === null ? `coupons.card.states.${state}` : 'coupons.card.given')}
            </Badge>
          )}
        </Group>
        <Text size="sm">{words.terms(terms, false)}</Text>
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
        {entries
          .filter(({ kind }) => kind !== 'issue')
          .map((entry) => (
            <Text key={`${entry.at} ${entry.kind}`} size="sm" c="dimmed">
              {t(
                coupon.givenTo !== null && entry === voided ? 'coupons.card.entries.given' : `coupons.card.entries.${entry.kind}`,
                {
                  date: entry.businessDate,
                  amount: money(cents(Math.abs(entry.cents))),
                  reason: entry.reason ?? '',
                },
              )}
              {entry.staffName !== null && ` · ${entry.staffName}`}
            </Text>
          ))}
        <Group gap={4} ml={-8}>
          {isOpen && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                copy(message);
              }}
            >
              {t('coupons.card.copy')}
            </Button>
          )}
          {isOpen &&
            may('loyalty.adjust') &&
            (['transfer', 'void'] as const).map((one) => (
              <Button
                key={one}
                variant="subtle"
                size="compact-sm"
                color="gray"
                aria-expanded={action === one}
                onClick={() => {
                  setAction(action === one ? null : one);
                }}
              >
                {t(`coupons.card.${one}`)}
              </Button>
            ))}
          {isVoid && may('loyalty.adjust') && card.removedAt === null && (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={restore.isPending}
              onClick={() => {
                restore.mutate(
                  { couponId },
                  {
                    onSuccess: () => {
                      done({
                        label: t('coupons.card.done.restored', { coupon: name }),
                        undo: () => call('coupons.void', { couponId, reason: voided?.reason ?? name }),
                      });
                    },
                  },
                );
              }}
            >
              {t('coupons.card.restore')}
            </Button>
          )}
        </Group>
        {action === 'transfer' && <TransferCouponForm coupon={coupon} ownerId={card.id} onClose={close} />}
        {action === 'void' && <VoidForm coupon={coupon} onClose={close} />}
      </Stack>
    </Paper>
  );
};

const VoidForm = ({ coupon: { id: couponId, name }, onClose }: { readonly coupon: Coupon; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const [reason, setReason] = useState('');
  const end = useCommand('coupons.void');
  const save = (): void => {
    if (reason.trim() === '') return;
    end.mutate(
      { couponId, reason },
      {
        onSuccess: () => {
          done({ label: t('coupons.card.done.voided', { coupon: name }), undo: () => call('coupons.restore', { couponId }) });
          onClose();
        },
      },
    );
  };
  return (
    <Group gap="xs" align="flex-end">
      <TextInput
        flex={1}
        autoFocus
        label={t('coupons.card.voidReason')}
        maxLength={200}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          save();
        }}
      />
      <Button variant="default" disabled={reason.trim() === ''} loading={end.isPending} onClick={save}>
        {t('coupons.card.doVoid')}
      </Button>
    </Group>
  );
};
