import { ActionIcon, Badge, Button, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconLock, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedForm } from '../../../shared/contract/signedForms.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { DateText } from '../../components/DateText.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import classes from './Forms.module.css';
import { Signature } from './SignaturePad.tsx';

interface SignedFormRowProps {
  readonly customerId: CustomerId;
  readonly form: SignedForm;
  readonly mayWrite: boolean;
  /** Null where the form is no longer used. */
  readonly onAgain: (() => void) | null;
  readonly onPrint: () => void;
  readonly onVoid: () => void;
  readonly onRestore: () => void;
}

const colours = { valid: 'jade', near: 'amber', expired: 'red', superseded: 'gray', voided: 'gray' } as const;

/** One signed form: what, when, by whom, how it stands; opened, its words, answers and signature. */
export const SignedFormRow = ({ customerId, form, mayWrite, onAgain, onPrint, onVoid, onRestore }: SignedFormRowProps) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { name, signedOn: on, signer, state } = form;
  const isPast = state === 'voided' || state === 'superseded';
  return (
    <>
      <Group gap="xs" wrap="nowrap" mih="2rem">
        <Text size="sm" c="dimmed" flex="none">
          <DateText date={on} as="figures" />
        </Text>
        <Text size="sm" fw={700} truncate {...(isPast ? { c: 'dimmed' } : {})}>
          {name}
        </Text>
        {form.isPrivate && (
          <Tooltip label={t('serviceRecords.private')}>
            <IconLock size={14} stroke={1.7} role="img" aria-label={t('serviceRecords.private')} />
          </Tooltip>
        )}
        <Badge color={colours[state]} variant="light" tt="none" flex="none">
          {t(`signedForms.states.${state}`)}
        </Badge>
        <Text size="sm" c="dimmed" truncate>
          {[
            t(form.isGuardian ? 'signedForms.guardianSigned' : 'signedForms.signedBy', { signer }),
            form.validUntil === null ? t('signedForms.forGood') : t('signedForms.validUntil', { on: form.validUntil }),
          ].join(' · ')}
        </Text>
        <Group gap={2} wrap="nowrap" ml="auto" flex="none">
          {mayWrite && onAgain !== null && !isPast && (
            <Button variant="subtle" size="compact-sm" onClick={onAgain}>
              {t('signedForms.again')}
            </Button>
          )}
          {mayWrite && state === 'voided' ? (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={t('signedForms.restore', { name, on })}
              onClick={onRestore}
            >
              {t('signedForms.restoreIt')}
            </Button>
          ) : (
            mayWrite && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={t('signedForms.void', { name, on })}
                onClick={onVoid}
              >
                {t('signedForms.voidIt')}
              </Button>
            )
          )}
          <Tooltip label={t('signedForms.printSigned', { name })}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('signedForms.printSigned', { name })} onClick={onPrint}>
              <IconPrinter size={16} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-expanded={isOpen}
            aria-label={t('signedForms.show', { name, on })}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {isOpen ? (
              <IconChevronUp size={16} stroke={1.7} aria-hidden />
            ) : (
              <IconChevronDown size={16} stroke={1.7} aria-hidden />
            )}
          </ActionIcon>
        </Group>
      </Group>
      {isOpen && <WholeForm customerId={customerId} form={form} />}
    </>
  );
};

const WholeForm = ({ customerId, form }: { readonly customerId: CustomerId; readonly form: SignedForm }) => {
  const { t } = useTranslation();
  const whole = useOperation('signedForms.findById', { customerId, formId: form.id });
  if (whole.error !== null) return <ErrorNotice error={whole.error} onRetry={() => void whole.refetch()} />;
  if (whole.data === undefined) return null;
  const { text, answers, strokes, version, way, signer } = whole.data;
  const words = (kind: string, answer: string | null): string => {
    if (answer === null) return t('signedForms.noAnswer');
    return kind === 'yes_no' ? t(answer === 'yes' ? 'signedForms.yes' : 'signedForms.no') : answer;
  };
  return (
    <Stack gap="xs" className={classes['editor'] ?? ''}>
      <Text size="sm" className={classes['words'] ?? ''}>
        {text}
      </Text>
      {answers.map(({ key, kind, question, answer }) => (
        <div key={key}>
          <Text size="sm" c="dimmed">
            {question}
          </Text>
          <Text size="sm" fw={700}>
            {words(kind, answer)}
          </Text>
        </div>
      ))}
      {way === 'drawn' && <Signature strokes={strokes} label={t('signedForms.signedBy', { signer })} />}
      <Text size="xs" c="dimmed">
        {[signer, t(`signedForms.ways.${way}`), t('signedForms.version', { version })].join(' · ')}
      </Text>
    </Stack>
  );
};
