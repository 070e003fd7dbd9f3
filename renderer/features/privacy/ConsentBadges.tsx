import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { purposeWords } from '../../../shared/domain/privacy/wording.ts';
import { useShop } from '../../app/shop.tsx';
import { useOperation } from '../../ipc/useOperation.ts';

/** What somebody took back, beside their number: why they are on no call list, and not to be told of offers that way. */
export const ConsentBadges = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const { language } = useShop().settings;
  const { data } = useOperation('privacy.consents', { customerId });
  return data?.standing
    .filter(({ purpose, state }) => purpose !== 'records' && state === 'withdrawn')
    .map(({ purpose, on }) => (
      <Badge key={purpose} size="sm" color="red" variant="light" flex="none" title={on ?? ''}>
        {t('privacy.refused', { purpose: purposeWords[purpose].name[language] })}
      </Badge>
    ));
};
