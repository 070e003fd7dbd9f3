import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { parsePartialDate } from '../../../../shared/domain/partialDate.ts';
import { useShop } from '../../../app/shop.tsx';
import { DateText } from '../../../components/DateText.tsx';
import classes from '../card/Card.module.css';
import { useOperation } from '../../../ipc/useOperation.ts';
import { ReasonBadges } from '../../duplicates/ReasonBadges.tsx';

/** Shorter than this a number is still being typed and matches by chance. */
const SHORTEST_PHONE = 7;
const DEBOUNCE_MILLISECONDS = 200;

interface DuplicateWarningProps {
  readonly phone?: string;
  readonly cardNo?: string;
  /** With a phone or a birthday, people of a name that sounds alike are told of too. */
  readonly name?: string;
  /** As it is typed. */
  readonly birthday?: string;
  readonly wechat?: string;
  readonly email?: string;
  /** The customer whose form this is. */
  readonly exceptId: string | null;
}

/** Says whose phone, account or card it already is, and who it may be. It never blocks: a family may share one. */
export const DuplicateWarning = ({
  phone = '',
  cardNo = '',
  name = '',
  birthday = '',
  wechat = '',
  email = '',
  exceptId,
}: DuplicateWarningProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const typedPhone = phone.replaceAll(/\D/g, '').length >= SHORTEST_PHONE ? phone.trim().slice(0, 40) : '';
  const typed = [typedPhone, ...[cardNo, name, birthday, wechat, email].map((text) => text.trim().slice(0, 40))];
  // One text, so that it is the same value while nothing is typed.
  const [wanted] = useDebouncedValue(typed.join('\n'), DEBOUNCE_MILLISECONDS);
  const [askedPhone = '', askedCard = '', askedName = '', askedBirthday = '', askedWechat = '', askedEmail = ''] =
    wanted.split('\n');
  const day = parsePartialDate(askedBirthday, today);
  const isAsked =
    [askedPhone, askedCard, askedWechat, askedEmail].some((text) => text !== '') || (askedName !== '' && day !== null);
  const answer = useOperation(
    'customers.findDuplicates',
    {
      phone: askedPhone,
      cardNo: askedCard,
      name: askedName,
      birthday: day,
      wechat: askedWechat,
      email: askedEmail,
      exceptId,
    },
    { enabled: isAsked },
  );
  const matches = isAsked ? (answer.data?.matches ?? []) : [];
  return (
    <div role="status">
      {matches.length > 0 && (
        <Alert color="amber" icon={<IconUserQuestion stroke={1.7} aria-hidden />} mt="md" py="sm" className={classes['advice']}>
          <Stack gap="xs">
            {matches.slice(0, 3).map(({ customer, because, reasons }) => (
              <Group key={`${customer.id} ${because}`} justify="space-between" wrap="nowrap">
                <Stack gap={4}>
                  <Text size="sm" lineClamp={2}>
                    <b>{t(`customers.form.duplicate.${because}`, { name: customer.name })}</b> · No.{customer.number} ·{' '}
                    {customer.lastVisitOn === null ? t('customers.list.never') : <DateText date={customer.lastVisitOn} />}
                  </Text>
                  {(because === 'likely' || reasons.length > 1) && <ReasonBadges reasons={reasons} />}
                </Stack>
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
