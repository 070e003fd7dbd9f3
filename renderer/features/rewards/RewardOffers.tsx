import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RewardOffer } from '../../../shared/contract/rewards.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { RedeemForm } from './RedeemForm.tsx';
import { useRewardWords } from './useRewardWords.ts';

interface RewardOffersProps {
  readonly customerId: CustomerId;
  readonly name: string;
  /** One was given. */
  readonly onDone: () => void;
  /** What stands below them, where there are any. */
  readonly children?: ReactNode;
}

/** The rewards that are for a customer: those within reach first, then what is missing for the others. Nothing where there are none. */
export const RewardOffers = ({ customerId, name, onDone, children }: RewardOffersProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const list = useOperation('rewards.forCustomer', { customerId }).data;
  const [chosen, setChosen] = useState<string | null>(null);
  if (list === undefined || list.offers.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={t('rewards.desk.title')}>
      <Title order={3} size="sm">
        {list.reachable === 0 ? t('rewards.desk.noneYet') : t('rewards.desk.reachable', { count: list.reachable })}
      </Title>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {list.offers.map((offer) => (
          <li key={offer.id}>
            <Offer
              offer={offer}
              onChoose={
                may('loyalty.write') && offer.obstacle === null && offer.id !== chosen
                  ? () => {
                      setChosen(offer.id);
                    }
                  : null
              }
            />
            {offer.id === chosen && (
              <RedeemForm
                offer={offer}
                balance={list.balance}
                customerId={customerId}
                name={name}
                onClose={() => {
                  setChosen(null);
                }}
                onDone={onDone}
              />
            )}
          </li>
        ))}
      </Stack>
      {children}
    </Stack>
  );
};

interface OfferProps {
  readonly offer: RewardOffer;
  /** Null where it cannot be had. */
  readonly onChoose: (() => void) | null;
}

const Offer = ({ offer, onChoose }: OfferProps) => {
  const { t, i18n } = useTranslation();
  const words = useRewardWords();
  const { name, obstacle, missing, stock, stockRule } = offer;
  const isThere = obstacle === null;
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Stack gap={0} miw={0}>
        <Text size="sm" fw={isThere ? 700 : 400} {...(!isThere && { c: 'dimmed' })}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {words.takes(offer)}
          {isThere && stockRule !== 'none' && ` · ${t('rewards.desk.left', { count: stock })}`}
        </Text>
      </Stack>
      {isThere ? (
        onChoose !== null && (
          <Button
            variant="light"
            color="amber"
            size="compact-sm"
            aria-label={t('rewards.desk.redeemOne', { name })}
            onClick={onChoose}
          >
            {t('rewards.desk.redeem')}
          </Button>
        )
      ) : (
        <Text size="sm" c="dimmed" flex="none">
          {obstacle === 'not_enough_points'
            ? t('rewards.desk.missing', { count: missing, figure: missing.toLocaleString(i18n.language) })
            : t('rewards.desk.outOfStock')}
        </Text>
      )}
    </Group>
  );
};
