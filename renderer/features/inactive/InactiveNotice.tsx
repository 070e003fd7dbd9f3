import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { dateWords } from '../../components/dateWords.ts';
import { useSetInactive } from './useSetInactive.ts';

type Card = Pick<OutputOf<'customers.findById'>, 'id' | 'inactive' | 'removedAt'> & {
  readonly fields: { readonly name: string };
};

/** Since when and why a customer is inactive, and the way back; nothing for an active one. */
export const InactiveNotice = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { set, isPending } = useSetInactive({ id: card.id, name: card.fields.name });
  if (card.inactive === null || card.removedAt !== null) return null;
  const { on, reason } = card.inactive;
  const when = dateWords(t, on, today);
  return (
    <Alert color="gray" mx="md" mb="sm" py="xs" role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" title={on}>
          <b>{reason === null ? t('inactive.since', { when }) : t('inactive.because', { when, reason })}</b>{' '}
          <Text span inherit c="dimmed">
            {t('inactive.text')}
          </Text>
        </Text>
        <Button
          variant="default"
          size="compact-sm"
          flex="none"
          loading={isPending}
          onClick={() => void set(null).catch(() => undefined)}
        >
          {t('inactive.again')}
        </Button>
      </Group>
    </Alert>
  );
};

interface InactiveAtVisitProps {
  readonly card: Card;
  /** The day the visit is entered for; null is today. */
  readonly date: LocalDate | null;
}

/** Said before a visit is saved: whoever comes again is active again. */
export const InactiveAtVisit = ({ card, date }: InactiveAtVisitProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  if (card.inactive === null) return null;
  const when = dateWords(t, card.inactive.on, today);
  const isPast = date !== null && date < card.inactive.on;
  return (
    <Alert color="gray" py="xs" role="status">
      <Text size="sm">{t(isPast ? 'inactive.atPastVisit' : 'inactive.atVisit', { when })}</Text>
    </Alert>
  );
};
