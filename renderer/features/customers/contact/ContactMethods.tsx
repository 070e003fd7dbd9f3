import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../form/customerValues.ts';
import { ContactMethodForm } from './ContactMethodForm.tsx';
import { ContactMethodRow } from './ContactMethodRow.tsx';
import type { ContactMethod } from './useContactMethods.ts';

type Kind = 'phone' | 'wechat' | 'email';

interface ContactMethodsProps {
  readonly card: Card;
  /** Of which kind one is open from the start: the first there is, or a new one. */
  readonly edit?: Kind | null;
}

const isOfKind = (type: ContactMethod['type'], kind: Kind): boolean =>
  kind === 'phone' ? type === 'mobile' || type === 'landline' : type === kind;

/** Every way to reach the person (R002): added, changed and marked where they stand. */
export const ContactMethods = ({ card, edit = null }: ContactMethodsProps) => {
  const { t } = useTranslation();
  /** The id of the one in hand, 'new', or null. */
  const [edited, setEdited] = useState<string | null>(
    edit === null ? null : (card.contactMethods.find(({ type }) => isOfKind(type, edit))?.id ?? 'new'),
  );
  const close = (): void => {
    setEdited(null);
  };
  return (
    <section>
      <Group justify="space-between" mb={4} wrap="nowrap">
        <Text component="h2" size="xs" c="dimmed">
          {t('card.contact.title')}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
          onClick={() => {
            setEdited('new');
          }}
        >
          {t('card.contact.add')}
        </Button>
      </Group>
      {edited === 'new' && (
        <ContactMethodForm card={card} method={null} type={edit === null || edit === 'phone' ? 'mobile' : edit} onClose={close} />
      )}
      {card.contactMethods.map((method) =>
        method.id === edited ? (
          <ContactMethodForm key={method.id} card={card} method={method} onClose={close} />
        ) : (
          <ContactMethodRow
            key={method.id}
            card={card}
            method={method}
            onEdit={() => {
              setEdited(method.id);
            }}
          />
        ),
      )}
      {card.contactMethods.length === 0 && edited !== 'new' && (
        <Text size="sm" c="dimmed" py="xs">
          {t('card.contact.none')}
        </Text>
      )}
    </section>
  );
};
