import { Text } from '@mantine/core';
import { IconDiscount2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';
import { DefinitionsPage } from '../settings/DefinitionsPage.tsx';
import { DiscountCodeForm } from './DiscountCodeForm.tsx';
import { useCouponWords } from './useCouponWords.ts';

/** Codes that many people may use, and how often each was used (R081). */
export const DiscountCodesPage = (): ReactNode => {
  const { t } = useTranslation();
  const words = useCouponWords();
  const list = useOperation('coupons.codes', { includeArchived: true });
  return (
    <DefinitionsPage
      words={{
        title: t('coupons.codes.title'),
        text: t('coupons.codes.text'),
        add: t('coupons.codes.new'),
        panel: t('coupons.codes.panel'),
      }}
      heads={[
        t('coupons.codes.code'),
        t('coupons.codes.note'),
        t('coupons.types.terms'),
        t('coupons.codes.used'),
        t('coupons.types.status'),
      ]}
      definitions={list.data?.codes.map((code) => ({ ...code, name: code.code }))}
      error={list.error}
      onRetry={() => void list.refetch()}
      editorWidth={520}
      sections={<LoyaltySections />}
      editor={(code, close) => <DiscountCodeForm code={code} onClose={close} />}
      empty={{ icon: IconDiscount2, title: t('coupons.codes.empty.title'), text: t('coupons.codes.empty.text') }}
      cells={({ note, terms, used, totalUses, isArchived }) => [
        <Text key="note" size="sm">
          {note}
        </Text>,
        <Text key="terms" size="sm" c="dimmed" lineClamp={2} maw="24rem">
          {words.terms(terms, false)}
        </Text>,
        <Text key="used" size="sm">
          {totalUses === null
            ? t('coupons.codes.usedTimes', { used: used.toLocaleString() })
            : t('coupons.codes.usedOf', { used: used.toLocaleString(), total: totalUses.toLocaleString() })}
        </Text>,
        <Text key="state" size="sm" {...(isArchived && { c: 'dimmed' })}>
          {t(isArchived ? 'coupons.types.archived' : 'coupons.types.own')}
        </Text>,
      ]}
    />
  );
};
