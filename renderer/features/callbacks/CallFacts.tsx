import { Button, Collapse, Skeleton, Stack } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { ContactMethods } from '../customers/contact/ContactMethods.tsx';
import { FactGroup } from '../customers/facts/FactGroup.tsx';

/** What a call most often brings to light. */
const fields = ['needs', 'likes', 'painPoints', 'preferredChannel', 'hours', 'birthday', 'note'] as const;

/** The card's facts in the call panel: a new number or need is written down where the call is made (R187). */
export const CallFacts = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const block = useRef<HTMLDivElement>(null);
  // Below the outcome keys there is room for two lines: what was opened comes up to where it can be read.
  useEffect(() => {
    if (isOpen) block.current?.scrollIntoView({ block: 'start' });
  }, [isOpen]);
  return (
    <div ref={block}>
      <Button
        variant="subtle"
        size="compact-sm"
        ml={-8}
        aria-expanded={isOpen}
        leftSection={<IconPencil size={15} stroke={1.7} aria-hidden />}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {t('card.callPanel.facts')}
      </Button>
      <Collapse expanded={isOpen} transitionDuration={0}>
        {isOpen && <Facts customerId={customerId} />}
      </Collapse>
    </div>
  );
};

const Facts = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const card = useOperation('customers.findById', { customerId }).data;
  if (card === undefined) return <Skeleton height={120} mt="xs" animate={false} />;
  return (
    <Stack gap="md" mt="xs">
      <ContactMethods card={card} />
      <FactGroup card={card} title={t('customers.facts.groups.taste')} fields={fields} />
    </Stack>
  );
};
