import { ScrollArea, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';
import { CreditOwed } from '../credit/CreditOwed.tsx';
import { MembershipsOwed } from '../memberships/MembershipsOwed.tsx';
import { ValueCardsOwed } from '../valueCards/ValueCardsOwed.tsx';
import { CardsOwed } from '../countCards/CardsOwed.tsx';
import { CouponFigures } from '../coupons/CouponFigures.tsx';
import { AdvocatesBrief } from '../advocates/AdvocatesBrief.tsx';
import { ReferralsBrief } from '../referrals/ReferralsBrief.tsx';
import { LoyaltySections } from './LoyaltySections.tsx';
import { StoredValueOwed } from '../storedValue/StoredValueOwed.tsx';
import { PointsOwed } from './PointsOwed.tsx';

/** What the shop owes its customers: each part says how much, to how many, and opens to the people behind it. */
export const LoyaltyPage = (): ReactNode => {
  const { t } = useTranslation();
  return (
    <Stack gap={0} h="100%">
      <LoyaltySections />
      <PageHeader title={t('loyalty.title')} text={t('loyalty.text')} />
      <ScrollArea flex={1} mih={0} px="md" type="auto" scrollbarSize={8}>
        <Stack gap="xl" pb="lg" maw={1080}>
          <PointsOwed />
          <StoredValueOwed />
          <CardsOwed />
          <ValueCardsOwed />
          <MembershipsOwed />
          <CouponFigures />
          <CreditOwed />
          <ReferralsBrief />
          <AdvocatesBrief />
        </Stack>
      </ScrollArea>
    </Stack>
  );
};
