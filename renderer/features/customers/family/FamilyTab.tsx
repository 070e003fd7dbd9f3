import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Card } from '../form/customerValues.ts';
import { LinksSection } from '../../referrals/LinksSection.tsx';
import { FactRow } from '../facts/FactRow.tsx';
import { FamilySection } from './FamilySection.tsx';
import { useFamilyRows } from './useFamilyRows.ts';

/** Days to remember, the people and pets of the family, and other customers they know. */
export const FamilyTab = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const { dates, members } = useFamilyRows(card);
  return (
    <SimpleGrid type="container" cols={{ base: 1, '720px': 2 }} spacing="xl" p="md">
      <FamilySection
        title={t('customers.family.dates')}
        addLabel={t('customers.family.addDate')}
        emptyText={t('customers.family.noDates')}
        rows={dates.rows}
        form={{
          name: t('customers.family.label'),
          nameHint: t('customers.family.labelHint'),
          isDateNeeded: true,
          hasRelation: false,
        }}
        onSave={dates.save}
        onRemove={dates.remove}
      >
        <FactRow card={card} field="birthday" />
      </FamilySection>
      <FamilySection
        title={t('customers.family.members')}
        addLabel={t('customers.family.addMember')}
        emptyText={t('customers.family.noMembers')}
        rows={members.rows}
        form={{ name: t('customers.family.name'), isDateNeeded: false, hasRelation: true }}
        onSave={members.save}
        onRemove={members.remove}
      />
      <LinksSection person={{ id: card.id, name: card.fields.name, isRemoved: card.removedAt !== null }} />
    </SimpleGrid>
  );
};
