import { Accordion, Box, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerId } from '../../../../shared/types/ids.ts';
import { LeaveGuard } from '../../../components/LeaveGuard.tsx';
import { SaveForm } from '../../../components/SaveForm.tsx';
import { useShop } from '../../../app/shop.tsx';
import { validateBy } from '../../../components/formValidation.ts';
import { customerErrors } from './customerErrors.ts';
import classes from './CustomerForm.module.css';
import { customerValuesSchema, type CustomerValues } from './customerValues.ts';
import { DuplicateWarning } from './DuplicateWarning.tsx';
import { FieldInput, type CustomerFormApi } from './FieldInput.tsx';
import { fieldGroups, groupOf, type FieldGroup } from './fields.ts';

const folds = ['contact', 'taste', 'person', 'belonging'] as const;

interface CustomerFormProps {
  readonly id: string;
  readonly initialValues: CustomerValues;
  /** The customer being edited; null for a new one. */
  readonly customerId: CustomerId | null;
  /** Income and education are asked for only from whoever may see them (R004). */
  readonly hasSensitive?: boolean;
  /** Folds that are open at first. */
  readonly openFolds?: readonly FieldGroup[];
  /** Saves and leaves. Its failure is told at the fields it names; what was typed stays. */
  readonly onSave: (values: CustomerValues) => Promise<void>;
  /** The prefix of field names in a failure ('changes.' for an update). */
  readonly errorPrefix: string;
  readonly onError: (error: unknown) => void;
  /** What the form holds beside these fields, and whether it holds anything that would be lost. */
  readonly children?: ReactNode;
  readonly isMoreTyped?: boolean;
}

/** The form's fields, checked by the contract's own schema. Saved by Ctrl+Enter or a button with `form={id}`. */
export const CustomerForm = ({
  id,
  initialValues,
  customerId,
  hasSensitive = true,
  openFolds = [],
  onSave,
  errorPrefix,
  onError,
  children,
  isMoreTyped = false,
}: CustomerFormProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const [opened, setOpened] = useState<string[]>([...openFolds]);
  const [isSaved, setIsSaved] = useState(false);
  const form: CustomerFormApi = useForm({ initialValues, validate: validateBy(t, customerValuesSchema(today)) });

  const show = (errors: Record<string, unknown>): void => {
    const fields = Object.keys(errors);
    setOpened((before) => [...new Set([...before, ...fields.map(groupOf)])]);
    // After the fold has opened.
    requestAnimationFrame(() => {
      document.getElementById(id)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    });
  };
  const save = form.onSubmit(async (values) => {
    setIsSaved(true);
    try {
      await onSave(values);
    } catch (error) {
      setIsSaved(false);
      const errors = customerErrors(t, error, errorPrefix);
      form.setErrors(errors);
      show(errors);
      if (Object.keys(errors).length === 0) onError(error);
    }
  }, show);

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    // Enter goes on to the next field: a card scanner ends with Enter, and must not save half a person.
    if (
      event.key !== 'Enter' ||
      event.defaultPrevented ||
      !(event.target instanceof HTMLInputElement) ||
      event.target.role === 'combobox'
    )
      return;
    event.preventDefault();
    const inputs = [
      ...event.currentTarget.querySelectorAll<HTMLElement>('input:not([type=hidden]):not([disabled]), textarea'),
    ].filter((input) => input.offsetParent !== null && input.tabIndex >= 0);
    inputs[inputs.indexOf(event.target) + 1]?.focus();
  };

  // Typing starts at the name, or, when the search already gave it, at the phone.
  const start = initialValues.name !== '' && initialValues.phone === '' ? 'phone' : 'name';
  useEffect(() => {
    if (customerId === null) document.getElementById(id)?.querySelector<HTMLInputElement>(`input[data-path="${start}"]`)?.focus();
  }, [customerId, id, start]);

  const grid = (group: FieldGroup) => (
    <SimpleGrid cols={2} spacing="lg" verticalSpacing="md">
      {fieldGroups[group]
        .filter((field) => hasSensitive || (field !== 'incomeBand' && field !== 'education'))
        .map((field) => (
          <Box key={field} className={isWide(field) ? classes['wide'] : undefined}>
            <FieldInput form={form} field={field} customerId={customerId} />
          </Box>
        ))}
    </SimpleGrid>
  );

  return (
    <SaveForm id={id} onSubmit={save} onKeyDown={onKeyDown}>
      <Stack gap="md">
        <Paper withBorder p="md">
          {grid('basics')}
          <DuplicateWarning
            name={form.values.name}
            phone={form.values.phone}
            cardNo={form.values.cardNo}
            birthday={form.values.birthday}
            wechat={form.values.wechat}
            email={form.values.email}
            exceptId={customerId}
          />
        </Paper>
        {children}
        <Accordion
          multiple
          variant="contained"
          value={opened}
          onChange={setOpened}
          transitionDuration={0}
          className={classes['folds']}
        >
          {folds.map((group) => (
            <Accordion.Item key={group} value={group}>
              <Accordion.Control>
                <Text fw={700} span>
                  {t(`customers.form.sections.${group}`)}
                </Text>{' '}
                <Text size="sm" c="dimmed" span ml="xs">
                  {t(`customers.form.sectionHints.${group}`)}
                </Text>
              </Accordion.Control>
              <Accordion.Panel>{grid(group)}</Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      </Stack>
      <LeaveGuard isDirty={() => !isSaved && (isMoreTyped || form.isDirty())} />
    </SaveForm>
  );
};

const isWide = (field: string): boolean => field === 'note' || field === 'vip';
