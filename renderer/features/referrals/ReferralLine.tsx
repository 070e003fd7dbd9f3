import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconAffiliate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { ReferralDrawer } from './ReferralDrawer.tsx';

/** Who brought them, how many they brought, how many customers they know; opens the picture. Nothing where there is nothing. */
export const ReferralLine = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { settings } = useShop();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useOperation('referrals.around', { personId: card.id });
  if (data === undefined) return null;
  const { referrers, direct, links, code } = data;
  const canShare = settings.referralCodes && card.removedAt === null && may('customers.write');
  const told = [
    ...(referrers[0] === undefined ? [] : [t('referrals.line.by', { name: referrers[0].name })]),
    ...(direct.people === 0 ? [] : [t('referrals.line.brought', { count: direct.people })]),
    ...(links.length === 0 ? [] : [t('referrals.line.knows', { count: links.length })]),
    ...(code !== null ? [t('referrals.line.code', { code })] : canShare ? [t('referrals.line.share')] : []),
  ];
  return (
    <>
      {told.length > 0 && (
        <UnstyledButton
          display="block"
          mt="xs"
          onClick={() => {
            setIsOpen(true);
          }}
        >
          <Group gap={6} wrap="nowrap" c="jade">
            <IconAffiliate size={16} stroke={1.7} aria-hidden style={{ flex: 'none' }} />
            <Text size="sm">{told.join(' · ')}</Text>
          </Group>
        </UnstyledButton>
      )}
      <ReferralDrawer
        person={{ id: card.id, name: card.fields.name, isRemoved: card.removedAt !== null }}
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    </>
  );
};
