import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { CouponTypeForm } from './CouponTypeForm.tsx';
import { useCouponWords } from './useCouponWords.ts';

/** The coupons a shop issues, each with its terms (R084). */
export const CouponTypesPage = (): ReactNode => {
  const { t } = useTranslation();
  const words = useCouponWords();
  const list = useOperation('coupons.types', { includeArchived: true });
  return (
    <DefinitionsPage
      words={{
        title: t('coupons.types.title'),
        text: t('coupons.types.text'),
        add: t('coupons.types.new'),
        panel: t('coupons.types.panel'),
      }}
      heads={[t('coupons.types.name'), t('coupons.types.terms'), t('coupons.types.occasion'), t('coupons.types.status')]}
      definitions={list.data?.types}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={520}
      sections={<LoyaltySections />}
      editor={(type, close) => <CouponTypeForm type={type} onClose={close} />}
      cells={({ terms, occasion, isArchived, isOwn }) => {
        const state = isArchived ? 'archived' : isOwn ? 'own' : 'offered';
        return [
          <Text key="terms" size="sm" c="dimmed" lineClamp={2} maw="26rem">
            {words.terms(terms)}
          </Text>,
          <Text key="occasion" size="sm" miw="4rem">
            {t(`coupons.types.occasions.${occasion}`)}
          </Text>,
          <Text key="state" size="sm" miw="4rem" {...(state !== 'own' && { c: 'dimmed' })}>
            {t(`coupons.types.${state}`)}
          </Text>,
        ];
      }}
    />
  );
};
