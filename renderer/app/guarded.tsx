import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { FunctionComponent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../shared/contract/operation.ts';
import { AppError } from '../../shared/errors.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { errorText } from '../ipc/errorText.ts';
import { useMay } from './session.ts';

/** A page that is not for whoever sits here: what it is, who may, and the way on. */
const RefusedPage = ({ permission }: { readonly permission: Permission }) => {
  const { t } = useTranslation();
  return (
    <EmptyState
      order={1}
      icon={IconLock}
      title={t('app.refused.title')}
      text={errorText(t, new AppError('not_permitted', { permission }))}
    >
      <Button renderRoot={(props) => <Link {...props} to="/today" />}>{t('app.notFound.toToday')}</Button>
    </EmptyState>
  );
};

/** The page for whoever holds the right, a sentence for everybody else. A courtesy: what it hides, the gate refuses anyway. */
export const guarded = (permission: Permission, Page: FunctionComponent): (() => ReactNode) => {
  const Guarded = () => (useMay()(permission) ? <Page /> : <RefusedPage permission={permission} />);
  return Guarded;
};
