import { useTranslation } from 'react-i18next';
import type { Interest } from '../../../shared/contract/interests.ts';

/** A wish in one line: what, and what exactly (R019). */
export const WishWords = ({ wish: { name, requirements, wantedBy } }: { readonly wish: Interest }) => {
  const { t } = useTranslation();
  const details = [
    ...requirements.map((point) => t('interests.point', point)),
    ...(wantedBy === null ? [] : [t('interests.wantedBy', { on: wantedBy })]),
  ];
  return (
    <>
      <b>{t('interests.toDo', { name })}</b>
      {details.map((detail) => ` · ${detail}`).join('')}
    </>
  );
};
