import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../shared/contract/operation.ts';
import { useShop } from '../../app/shop.tsx';
import { useMay } from '../../app/session.ts';
import { SectionLinks } from '../../components/SectionLinks.tsx';

interface Section {
  readonly key: string;
  readonly to: string;
  readonly needs: Permission;
}

/** The pages of loyalty, in their order. A page of its own adds its line here, its route and its name in the texts. */
const sections = [
  { key: 'owed', to: '/loyalty', needs: 'loyalty.adjust' },
  { key: 'cards', to: '/loyalty/cards', needs: 'settings.write' },
  { key: 'memberCards', to: '/loyalty/member-cards', needs: 'settings.write' },
  { key: 'topUps', to: '/loyalty/top-ups', needs: 'settings.write' },
  { key: 'tiers', to: '/loyalty/tiers', needs: 'settings.write' },
  { key: 'earning', to: '/loyalty/earning', needs: 'settings.write' },
  { key: 'rewards', to: '/loyalty/rewards', needs: 'settings.write' },
  { key: 'gifts', to: '/loyalty/gifts', needs: 'loyalty.adjust' },
  { key: 'coupons', to: '/loyalty/coupons', needs: 'settings.write' },
  { key: 'codes', to: '/loyalty/codes', needs: 'settings.write' },
  { key: 'pointsFile', to: '/loyalty/points-file', needs: 'loyalty.adjust' },
  { key: 'unusual', to: '/loyalty/unusual', needs: 'loyalty.adjust' },
] as const satisfies readonly Section[];

interface LoyaltySectionsProps {
  /** On a page that belongs to one of them. */
  readonly within?: (typeof sections)[number]['key'];
}

/** The way between the pages of loyalty. */
export const LoyaltySections = ({ within }: LoyaltySectionsProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { settings } = useShop();
  const links = sections
    .filter(({ key, needs }) => may(needs) && (key !== 'gifts' || settings.keepsGifts))
    .map(({ key, to }) => ({ to, name: t(`loyalty.sections.${key}`), isActive: key === within }));
  return <SectionLinks label={t('loyalty.sections.label')} links={links} />;
};
