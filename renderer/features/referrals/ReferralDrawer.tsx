import { Drawer, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cents } from '../../../shared/types/amounts.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { ReferralCode } from './ReferralCode.tsx';
import { LinksSection } from './LinksSection.tsx';
import type { LinkedPerson } from './LinksSection.tsx';
import { ReferralTree } from './ReferralTree.tsx';

interface ReferralDrawerProps {
  readonly person: LinkedPerson;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The picture of who brought whom around one customer, what that brought the shop, what they are worth with it (R034), and whom they know (R091, R092). */
export const ReferralDrawer = ({ person, isOpen, onClose }: ReferralDrawerProps) => {
  const { t } = useTranslation();
  return (
    <Drawer
      position="right"
      size={460}
      opened={isOpen}
      onClose={onClose}
      title={t('referrals.title', { name: person.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <Around person={person} />}
    </Drawer>
  );
};

const Around = ({ person }: { readonly person: LinkedPerson }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const around = useOperation('referrals.around', { personId: person.id });
  if (around.isError) return <ErrorNotice error={around.error} onRetry={() => void around.refetch()} />;
  if (around.data === undefined) return null;
  const { person: own, referrers, brought, direct, indirect, named, rewarded, code } = around.data;
  return (
    <Stack gap="lg" pt={4} px={2}>
      <Stack gap="xs" component="section" aria-label={t('referrals.tree')}>
        {direct.people > 0 && (
          <Text size="sm">
            {t('referrals.sum', { count: direct.people, people: direct.people, money: money(direct.spendCents) })}
            {indirect.people > 0 &&
              t('referrals.sumFurther', {
                count: indirect.people,
                people: indirect.people,
                money: money(indirect.spendCents),
              })}
          </Text>
        )}
        {direct.people > 0 && (
          <Text size="sm" fw={700}>
            {t('referrals.relationshipValue', {
              total: money(cents(own.spendCents + direct.spendCents + indirect.spendCents)),
              own: money(own.spendCents),
              brought: money(cents(direct.spendCents + indirect.spendCents)),
            })}
          </Text>
        )}
        {rewarded > 0 && <Text size="sm">{t('referrals.rewarded.sum', { count: rewarded })}</Text>}
        {named !== null && (
          <Text size="sm" c="dimmed">
            {named.staffName === null
              ? t('referrals.named', { on: named.on })
              : t('referrals.namedBy', { on: named.on, staff: named.staffName })}
          </Text>
        )}
        {referrers.length === 0 && brought.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('referrals.noOne')}
          </Text>
        ) : (
          <>
            <ReferralTree around={around.data} />
            <Text size="xs" c="dimmed">
              {t('referrals.treeHint')}
            </Text>
          </>
        )}
        {brought.length < direct.people + indirect.people && (
          <Text size="xs" c="dimmed">
            {t('referrals.more', { count: brought.length })}
          </Text>
        )}
      </Stack>
      <ReferralCode person={person} code={code} />
      <LinksSection person={person} />
    </Stack>
  );
};
