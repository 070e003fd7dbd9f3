import { useTranslation } from 'react-i18next';
import type { Coupon } from '../../../shared/contract/coupons.ts';
import { useShop } from '../../app/shop.tsx';
import { dateWords } from '../../components/dateWords.ts';
import { afterHan } from '../customers/afterHan.ts';
import { useCouponWords } from './useCouponWords.ts';

/** A coupon that can be used, in one line: what, what it gives, when it lapses. */
export const OpenCouponWords = ({ coupon: { name, terms, expiresOn } }: { readonly coupon: Coupon }) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const words = useCouponWords();
  const facts = [
    words.gives(terms),
    ...(expiresOn === null
      ? []
      : [t('coupons.card.toDoUntil', { when: afterHan(dateWords(t, expiresOn, today), settings.language).trimStart() })]),
  ];
  return (
    <>
      <b>{t('coupons.card.toDo', { name })}</b>
      {facts.map((fact) => ` · ${fact}`).join('')}
    </>
  );
};
