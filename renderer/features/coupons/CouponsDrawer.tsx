import { Button, Divider, Drawer, Stack, Text, Title } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { CouponRow } from './CouponRow.tsx';
import { IssueForm } from './IssueForm.tsx';

interface CouponsDrawerProps {
  readonly card: Card;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The coupons of a customer: those that can be used, what became of the others, and issuing one (R084). */
export const CouponsDrawer = ({ card, isOpen, onClose }: CouponsDrawerProps) => {
  const { t } = useTranslation();
  return (
    <Drawer
      position="right"
      size={460}
      opened={isOpen}
      onClose={onClose}
      title={t('coupons.card.title', { name: card.fields.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <CouponsOf card={card} />}
    </Drawer>
  );
};

const CouponsOf = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const may = useMay();
  const list = useOperation('coupons.ofCustomer', { customerId: card.id });
  const [isIssuing, setIsIssuing] = useState(false);
  if (list.isError) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  const usable = list.data.coupons.filter(({ state }) => state === 'open');
  const past = list.data.coupons.filter(({ state }) => state !== 'open');
  const mayIssue = may('loyalty.write') && card.removedAt === null;
  const issue = mayIssue && !isIssuing && (
    <Button
      data-autofocus
      w="fit-content"
      onClick={() => {
        setIsIssuing(true);
      }}
    >
      {t('coupons.card.issue')}
    </Button>
  );
  return (
    <Stack gap="md" pt={4} px={2}>
      {isIssuing && (
        <>
          <IssueForm
            card={card}
            onClose={() => {
              setIsIssuing(false);
            }}
          />
          <Divider color="var(--regulars-hairline)" />
        </>
      )}
      {list.data.coupons.length === 0 && !isIssuing ? (
        <EmptyState icon={IconTicket} title={t('coupons.card.none.title')} text={t('coupons.card.none.text')}>
          {issue}
        </EmptyState>
      ) : (
        issue
      )}
      {usable.length > 0 && <CouponList title={t('coupons.card.usable')} coupons={usable} card={card} />}
      {past.length > 0 && <CouponList title={t('coupons.card.past')} coupons={past} card={card} />}
    </Stack>
  );
};

const CouponList = ({
  title,
  coupons,
  card,
}: {
  readonly title: string;
  readonly coupons: Parameters<typeof CouponRow>[0]['coupon'][];
  readonly card: Card;
}) => (
  <Stack gap="xs" component="section" aria-label={title}>
    <Title order={3} size="sm">
      {title}
      <Text span inherit c="dimmed" fw={400}>
        {' '}
        {coupons.length}
      </Text>
    </Title>
    <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {coupons.map((coupon) => (
        <CouponRow key={coupon.id} coupon={coupon} card={card} />
      ))}
    </Stack>
  </Stack>
);
