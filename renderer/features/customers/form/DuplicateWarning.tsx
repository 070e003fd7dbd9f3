import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../../components/DateText.tsx';
import classes from '../card/Card.module.css';
import { useOperation } from '../../../ipc/useOperation.ts';

/** Shorter than this a number is still being typed and matches by chance. */
const SHORTEST_PHONE = 7;
const DEBOUNCE_MILLISECONDS = 200;

interface DuplicateWarningProps {
  readonly phone: string;
  readonly cardNo: string;
  /** The customer whose form this is. */
  readonly exceptId: string | null;
}

/** Says whose phone or card it already is. It never blocks: a family may share one. */
export const DuplicateWarning = ({ phone, cardNo, exceptId }: DuplicateWarningProps) => {
  const { t } = useTranslation();
  const typedPhone = phone.replaceAll(/\D/g, '').length >= SHORTEST_PHONE ? phone.trim().slice(0, 40) : '';
  const [wanted] = useDebouncedValue(`${typedPhone}\n${cardNo.trim().slice(0, 40)}`, DEBOUNCE_MILLISECONDS);
  const [wantedPhone = '', wantedCard = ''] = wanted.split('\n');
  const isAsked = wantedPhone !== '' || wantedCard !== '';
  const answer = useOperation(
    'customers.findDuplicates',
    { phone: wantedPhone, cardNo: wantedCard, exceptId },
    { enabled: isAsked },
  );
  const matches = isAsked ? (answer.data?.matches ?? []) : [];
  return (
    <div role="status">
      {matches.length > 0 && (
        <Alert color="amber" icon={<IconUserQuestion stroke={1.7} aria-hidden />} mt="md" py="sm" className={classes['advice']}>
          <Stack gap="xs">
            {matches.slice(0, 3).map(({ customer, because }) => (
              <Group key={`${customer.id} ${because}`} justify="space-between" wrap="nowrap">
                <Text size="sm" lineClamp={2}>
                  <b>{t(`customers.form.duplicate.${because}`, { name: customer.name })}</b> · No.{customer.number} ·{' '}
                  {customer.lastVisitOn === null ? t('customers.list.never') : <DateText date={customer.lastVisitOn} />}
                </Text>
                <Button
                  variant="default"
                  size="compact-sm"
                  flex="none"
                  aria-label={t('customers.form.duplicate.open', { name: customer.name })}
                  renderRoot={(props) => <Link {...props} to="/customers/$customerId" params={{ customerId: customer.id }} />}
                >
                  {t('customers.list.openCard')}
                </Button>
              </Group>
            ))}
            <Text size="xs" c="dimmed">
              {t('customers.form.duplicate.hint')}
            </Text>
          </Stack>
        </Alert>
      )}
    </div>
  );
};
