import { Button } from '@mantine/core';
import { IconFilterOff, IconUserPlus, IconUserQuestion, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { newCustomerSearchOf } from '../../../app/newCustomerSearch.ts';
import { useMay } from '../../../app/session.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { useCommand } from '../../../ipc/useCommand.ts';

/** The shop has no customers yet. */
export const NoCustomersYet = () => {
  const { t } = useTranslation();
  const createDemo = useCommand('settings.createDemo');
  const may = useMay();
  const mayFill = may('imports.run') && may('settings.write');
  return (
    <EmptyState
      icon={IconUsers}
      title={t('customers.list.empty.title')}
      text={t(mayFill ? 'customers.list.empty.text' : 'customers.list.empty.textWithoutImport')}
    >
      {may('customers.write') && (
        <Button
          leftSection={<IconUserPlus size={18} stroke={1.7} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/customers/new" search={{}} />}
        >
          {t('customers.list.add')}
        </Button>
      )}
      {may('imports.run') && (
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/imports" />}>
          {t('customers.list.import')}
        </Button>
      )}
      {mayFill && (
        <Button
          variant="subtle"
          loading={createDemo.isPending}
          onClick={() => {
            createDemo.mutate({});
          }}
        >
          {t('customers.list.empty.demo')}
        </Button>
      )}
    </EmptyState>
  );
};

/** Nobody matches what was typed: most likely someone new. */
export const NobodyFound = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconUserQuestion}
      title={t('customers.list.nothingFound.title', { text })}
      text={t('customers.list.nothingFound.text')}
    >
      <Button
        leftSection={<IconUserPlus size={18} stroke={1.7} aria-hidden />}
        renderRoot={(props) => <Link {...props} to="/customers/new" search={newCustomerSearchOf(text)} />}
      >
        {t('customers.list.nothingFound.add', { text })}
      </Button>
    </EmptyState>
  );
};

/** The group that was clicked is empty now. */
export const EmptySegment = ({ onClear }: { readonly onClear: () => void }) => {
  const { t } = useTranslation();
  return (
    <EmptyState icon={IconFilterOff} title={t('customers.list.emptySegment.title')} text={t('customers.list.emptySegment.text')}>
      <Button variant="default" onClick={onClear}>
        {t('customers.list.emptySegment.clear')}
      </Button>
    </EmptyState>
  );
};
