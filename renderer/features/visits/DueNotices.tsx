import { Paper, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustomerId } from '../../../shared/types/ids.ts';
import card from '../customers/card/Card.module.css';
import { DueFactLine } from '../things/DueFactLine.tsx';
import { useDueFacts } from '../things/useDueFacts.ts';

/** What of the person or of their things is about to run out, or has: said while they stand there (X21). */
export const DueNotices = ({ customerId }: { readonly customerId: CustomerId }) => {
  const { t } = useTranslation();
  const due = useDueFacts(customerId);
  if (due.length === 0) return null;
  return (
    <Paper component="section" withBorder px="md" py="xs" className={card['advice']} aria-label={t('visits.due')}>
      <Stack component="ul" gap={6} className={card['list']}>
        {due.map((one) => (
          <li key={one.fact.id}>
            <DueFactLine customerId={customerId} due={one} />
          </li>
        ))}
      </Stack>
    </Paper>
  );
};
