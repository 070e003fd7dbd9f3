import { Button, Text } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import classes from '../safety/Safety.module.css';

/** What the customer must sign again, at the head of the card (X27). Takes no room when there is nothing. */
export const DueFormsNotice = ({ customerId }: { readonly customerId: CustomerId }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const forms = useOperation('signedForms.due', { customerId }).data?.forms ?? [];
  if (forms.length === 0) return null;
  return (
    <ul className={classes['notice']} aria-label={t('signedForms.due.label')}>
      {forms.map(({ id, name, validUntil, state }) => (
        <li key={id} className={`${classes['line'] ?? ''} ${classes['advice'] ?? ''}`}>
          <IconSignature size={18} stroke={1.8} aria-hidden />
          <Text size="sm" fw={700} flex={1}>
            {t(state === 'expired' ? 'signedForms.due.expired' : 'signedForms.due.near', { name, on: validUntil ?? '' })}
          </Text>
          <Button
            variant="subtle"
            size="compact-xs"
            color="gray"
            onClick={() =>
              void navigate({
                to: '/customers/$customerId',
                params: { customerId },
                search: { tab: 'records', part: 'forms' },
                replace: true,
              })
            }
          >
            {t('signedForms.due.sign')}
          </Button>
        </li>
      ))}
    </ul>
  );
};
