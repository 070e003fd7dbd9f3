import { Group, Text } from '@mantine/core';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useShop } from '../../app/shop.tsx';
import { shortDate } from '../../components/dateWords.ts';
import { ExpiryBadge } from './ExpiryBadge.tsx';
import { RenewButton } from './RenewButton.tsx';
import { factName } from './thingWords.ts';
import type { DueFact } from './useDueFacts.ts';

/** One thing that is due, with its day, how it stands, and the press that renews it. */
export const DueFactLine = ({
  customerId,
  due: { fact, thingName },
}: {
  readonly customerId: CustomerId;
  readonly due: DueFact;
}) => {
  const { today, settings } = useShop();
  const { language } = settings;
  const what = factName(fact, language);
  return (
    <Group gap="xs" wrap="wrap">
      <Text size="sm" span>
        <b>{thingName === null ? what : `${thingName} ${what}`}</b> ·{' '}
        <time dateTime={fact.validUntil} title={fact.validUntil}>
          {shortDate(fact.validUntil, today)}
        </time>
      </Text>
      <ExpiryBadge fact={fact} />
      <RenewButton customerId={customerId} fact={fact} thingName={thingName} />
    </Group>
  );
};
