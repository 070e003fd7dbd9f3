import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface CustomerMarksProps {
  readonly isBlocked: boolean;
  readonly hasAlert: boolean;
  readonly isInactive?: boolean;
}

/** What must be known about a person before the card is open: not to be served, an alert on arrival (X23), inactive (X37). */
export const CustomerMarks = ({ isBlocked, hasAlert, isInactive = false }: CustomerMarksProps) => {
  const { t } = useTranslation();
  return (
    <>
      {isInactive && (
        <Badge color="gray" size="sm" flex="none" tt="none">
          {t('inactive.word')}
        </Badge>
      )}
      {isBlocked && (
        <Badge color="red.9" variant="filled" size="sm" flex="none">
          {t('safety.blocked')}
        </Badge>
      )}
      {hasAlert && (
        <Badge color="amber" size="sm" flex="none">
          {t('safety.alert')}
        </Badge>
      )}
    </>
  );
};
