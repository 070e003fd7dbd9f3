import { Box, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUndo } from '../../../app/useUndo.tsx';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import { CustomFieldFacts } from '../../customFields/CustomFieldFacts.tsx';
import { AskCustomerButton } from '../../intake/AskCustomerButton.tsx';
import { CustomerTags } from '../../tags/CustomerTags.tsx';
import { ContactMethods } from '../contact/ContactMethods.tsx';
import type { Card } from '../form/customerValues.ts';
import { contractFieldsOf, fieldGroups, type FieldGroup, type FieldName } from '../form/fields.ts';
import type { EditedFact } from '../search.ts';
import { FactGroup } from './FactGroup.tsx';
import { useFactText } from './useFactText.ts';

const columns: readonly (readonly FieldGroup[])[] = [['basics', 'person', 'belonging'], ['contact'], ['taste']];

/** The facts of a group as this session sees them: phone, WeChat and e-mail stand among the contact methods. */
const shownFields = (card: Card, group: FieldGroup): FieldName[] =>
  fieldGroups[group].filter(
    (field) =>
      !(field === 'phone' || field === 'wechat' || field === 'email') &&
      (card.hasSensitive || !(field === 'incomeBand' || field === 'education')),
  );

interface FactsTabProps {
  readonly card: Card;
  /** The fact whose editor is open from the start. */
  readonly edit: EditedFact | null;
}

/** Every fact of the person, edited where it stands (R001 to R008). */
export const FactsTab = ({ card, edit }: FactsTabProps) => {
  const { t } = useTranslation();
  const reaching = edit === 'phone' || edit === 'wechat' || edit === 'email' ? edit : null;
  return (
    <>
      <VerifyAll card={card} />
      <SimpleGrid type="container" cols={{ base: 1, '560px': 2, '880px': 3 }} spacing="xl" px="md" pt="sm" pb="md">
        {columns.map((groups) => (
          <Stack key={groups.join(' ')} gap="lg">
            {groups[0] === 'contact' && <ContactMethods card={card} edit={reaching} />}
            {groups.map((group) => (
              <FactGroup
                key={group}
                card={card}
                title={t(`customers.facts.groups.${group}`)}
                fields={shownFields(card, group)}
                edit={edit}
              />
            ))}
            {groups[0] === 'contact' && <CustomFieldFacts card={card} />}
            {groups[0] === 'taste' && <CustomerTags card={card} />}
          </Stack>
        ))}
      </SimpleGrid>
    </>
  );
};

/** "All of this is right": one press after reading the facts back to the person (R183). */
const VerifyAll = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const factText = useFactText(card);
  const verify = useCommand('customers.verifyFields');
  const known = columns.flat().flatMap((group) => shownFields(card, group).filter((field) => factText(field) !== null));
  const fields = known.flatMap(contractFieldsOf);
  const onVerify = async (): Promise<void> => {
    const { before } = await verify.mutateAsync({ customerId: card.id, fields });
    done({
      label: t('card.facts.allVerified', { name: card.fields.name }),
      undo: () => call('customers.restoreVerifications', { customerId: card.id, fields, before }),
    });
  };
  return (
    <Group px="md" pt="md" gap="sm">
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconChecks size={16} stroke={1.7} aria-hidden />}
        loading={verify.isPending}
        onClick={() => void onVerify()}
      >
        {t('card.facts.verifyAll')}
      </Button>
      <Text size="xs" c="dimmed">
        {t('card.facts.verifyAllHint')}
      </Text>
      {card.removedAt === null && (
        <Box ml="auto">
          <AskCustomerButton customerId={card.id} name={card.fields.name} size="compact-sm" />
        </Box>
      )}
    </Group>
  );
};
