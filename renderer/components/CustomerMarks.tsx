import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface CustomerMarksProps {
  readonly isBlocked: boolean;
  readonly hasAlert: boolean;
}

/** What must be known about a person before the card is open: not to be served, an alert on arrival (X23). */
export const CustomerMarks = ({ isBlocked, hasAlert }: CustomerMarksProps) => {
  const { t } = useTranslation();
  return (
    <>
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
