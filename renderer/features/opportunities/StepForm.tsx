import { Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '../../../shared/contract/opportunities.ts';
import { addDays, type LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { DayInput } from '../safety/DayInput.tsx';
import { useOpportunities } from './useOpportunities.ts';

interface StepFormProps {
  readonly opportunity: Opportunity;
  readonly onClose: () => void;
}

/** In so many days the next step is offered. */
const A_WEEK = 7;

/** The step was taken: what comes next and when, or nothing yet. */
export const StepForm = ({ opportunity, onClose }: StepFormProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const tellFailure = useFormFailure();
  const { setNextStep } = useOpportunities();
  const first = useFocusOnMount();
  const form = useForm<{ nextStep: string; nextStepOn: LocalDate | null }>({
    initialValues: { nextStep: '', nextStepOn: addDays(today, A_WEEK) },
    validate: { nextStep: (nextStep) => (nextStep.trim() === '' ? t('errors.issue.required') : null) },
  });
  const put = async (step: { readonly nextStep: string; readonly nextStepOn: LocalDate | null }): Promise<void> => {
    try {
      await setNextStep(opportunity, step);
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  };
  return (
    <SaveForm onSubmit={form.onSubmit(put)} onCancel={onClose}>
      <Stack gap="sm">
        <Title order={3} fz="md">
          {t('opportunities.step.title')}
        </Title>
        <TextInput
          ref={first}
          label={t('opportunities.form.nextStep')}
          placeholder={t('opportunities.form.nextStepHint')}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('nextStep')}
        />
        <DayInput label={t('opportunities.form.nextStepOn')} isClearable {...form.getInputProps('nextStepOn')} />
        <Group gap="xs">
          <Button type="submit" loading={form.submitting}>
            {t('opportunities.step.save')}
          </Button>
          {opportunity.nextStep !== null && (
            <Button
              variant="default"
              onClick={() => {
                void put({ nextStep: '', nextStepOn: null });
              }}
            >
              {t('opportunities.step.clear')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
