import { Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconPrinter, IconSignature } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { FormTemplate } from '../../../shared/contract/signedForms.ts';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { call } from '../../ipc/client.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { usePages } from '../../ipc/usePages.ts';
import { FillForm } from './FillForm.tsx';
import classes from './Forms.module.css';
import { SignedFormRow } from './SignedFormRow.tsx';
import { useForms } from './useForms.ts';

type Card = OutputOf<'customers.findById'>;

/** What a customer has signed and can sign: consent and intake (X27). */
export const FormsPart = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const may = useMay();
  const customerId = card.id;
  const templates = useOperation('signedForms.templates', { includeArchived: true });
  const due = useOperation('signedForms.due', { customerId });
  const pages = usePages('signedForms.list', (page) => call('signedForms.list', { customerId, ...page }), customerId);
  const forms = useForms(customerId);
  const [filled, setFilled] = useState<FormTemplate | null>(null);
  const mayWrite = may('customers.write') && card.removedAt === null;
  const error = templates.error ?? pages.error ?? due.error;
  if (error !== null) return <ErrorNotice error={error} onRetry={pages.readAgain} />;
  if (templates.data === undefined || pages.total === undefined || due.data === undefined) return null;
  const known = templates.data.templates;
  const offered = known.filter(({ isArchived }) => !isArchived);
  const own = offered.filter(({ isOwn }) => isOwn);
  const others = offered.filter(({ isOwn }) => !isOwn);
  const first = own.length > 0 ? own : others;
  return (
    <Stack gap="md">
      {mayWrite && (
        <Group gap="xs" role="group" aria-label={t('signedForms.title')}>
          {first.map((template) => (
            <Button
              key={template.id}
              variant="default"
              size="compact-sm"
              leftSection={<IconSignature size={15} stroke={1.7} aria-hidden />}
              aria-label={t('signedForms.fill', { name: template.name })}
              onClick={() => {
                setFilled(template);
              }}
            >
              {template.name}
            </Button>
          ))}
          {own.length > 0 && others.length > 0 && (
            <Menu position="bottom-start">
              <Menu.Target>
                <Button variant="subtle" size="compact-sm" rightSection={<IconChevronDown size={14} stroke={1.7} aria-hidden />}>
                  {t('signedForms.more')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {others.map((template) => (
                  <Menu.Item
                    key={template.id}
                    onClick={() => {
                      setFilled(template);
                    }}
                  >
                    {template.name}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
          <Menu position="bottom-start">
            <Menu.Target>
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPrinter size={15} stroke={1.7} aria-hidden />}
                rightSection={<IconChevronDown size={14} stroke={1.7} aria-hidden />}
              >
                {t('signedForms.print')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {offered.map((template) => (
                <Menu.Item
                  key={template.id}
                  aria-label={t('signedForms.printOne', { name: template.name })}
                  onClick={() => {
                    forms.printBlank(template);
                  }}
                >
                  {template.name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {may('settings.write') && (
            <Button component={Link} to="/settings/forms" variant="subtle" color="gray" size="compact-sm">
              {t('signedForms.settings')}
            </Button>
          )}
        </Group>
      )}
      {filled !== null && (
        <FillForm
          key={filled.id}
          template={filled}
          customerName={card.fields.name}
          needsGuardian={due.data.needsGuardian}
          onSign={(input) => forms.sign(filled, input)}
          onClose={() => {
            setFilled(null);
          }}
        />
      )}
      {pages.rows.length === 0 && filled === null && (
        <Text size="sm" c="dimmed">
          {t('signedForms.empty')}
        </Text>
      )}
      <ol className={classes['list']} aria-label={t('signedForms.title')}>
        {pages.rows.map((form) => {
          const template = offered.find(({ id }) => id === form.templateId);
          return (
            <li key={form.id}>
              <SignedFormRow
                customerId={customerId}
                form={form}
                mayWrite={mayWrite}
                onAgain={
                  template === undefined
                    ? null
                    : () => {
                        setFilled(template);
                      }
                }
                onPrint={() => {
                  forms.printSigned(form);
                }}
                onVoid={() => {
                  forms.void(form);
                }}
                onRestore={() => {
                  forms.restore(form);
                }}
              />
            </li>
          );
        })}
      </ol>
      <ReadOn left={pages.left} isReading={pages.isReading} onReadOn={pages.readOn} />
    </Stack>
  );
};
