import { Button } from '@mantine/core';
import { IconAlertTriangle, IconMapQuestion } from '@tabler/icons-react';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/EmptyState.tsx';

/** An address that leads nowhere. */
export const NotFoundPage = () => {
  const { t } = useTranslation();
  return (
    <EmptyState order={1} icon={IconMapQuestion} title={t('app.notFound.title')} text={t('app.notFound.text')}>
      <Button renderRoot={(props) => <Link {...props} to="/today" />}>{t('app.notFound.toToday')}</Button>
    </EmptyState>
  );
};

/** A page that failed to draw: the frame stays, and the page can be opened again. */
export const CrashedPage = ({ reset }: { readonly reset: () => void }) => {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <EmptyState order={1} icon={IconAlertTriangle} title={t('app.crashed.title')} text={t('app.crashed.text')}>
      <Button
        onClick={() => {
          reset();
          void router.invalidate();
        }}
      >
        {t('app.crashed.reload')}
      </Button>
    </EmptyState>
  );
};
