import { Input, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { relationOf, relations } from '../../../shared/domain/referrals/relations.ts';
import type { Relation } from '../../../shared/domain/referrals/relations.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { CustomerPicker } from '../../components/CustomerPicker.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import type { LinkedPerson } from './LinksSection.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';

interface Values {
  otherId: CustomerId | null;
  otherName: string;
  relation: Relation;
}

/** Links another customer: who, and what they are to this one. */
export const LinkForm = ({ person, onClose }: { readonly person: LinkedPerson; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const link = useCommand('referrals.link', { quiet: true });
  const form = useForm<Values>({
    initialValues: { otherId: null, otherName: '', relation: 'friend' },
    validate: { otherId: (otherId) => (otherId === null ? t('errors.issue.required') : null) },
  });
  const { otherId, otherName } = form.values;
  const submit = form.onSubmit(async (values) => {
    if (values.otherId === null) return;
    const input = { customerId: person.id, otherId: values.otherId, relation: values.relation };
    try {
      await link.mutateAsync(input);
      const relation = t(`referrals.relation.${values.relation}`);
      done({
        label: t('referrals.links.done', { name: person.name, other: values.otherName, relation }),
        undo: () => call('referrals.unlink', input),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="sm" py="xs">
        <Input.Wrapper label={t('referrals.links.who')} labelElement="div" error={form.errors['otherId']}>
          {otherId === null ? (
            <CustomerPicker
              isFocused
              label={t('referrals.links.who')}
              onPick={(hit) => {
                form.setValues({ otherId: hit.id, otherName: hit.name });
              }}
            />
          ) : (
            <Text size="sm" fw={700}>
              {otherName}
            </Text>
          )}
        </Input.Wrapper>
        {otherId !== null && (
          <RelationSelect
            label={t('referrals.links.relation', { name: person.name })}
            value={form.values.relation}
            error={form.errors['relation']}
            onChange={(relation) => {
              form.setFieldValue('relation', relation);
            }}
          />
        )}
        <FormButtons words={t('referrals.links.save')} isPending={link.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};

interface RelationSelectProps {
  readonly label: string;
  readonly value: Relation;
  readonly error: unknown;
  readonly onChange: (relation: Relation) => void;
}

const RelationSelect = ({ label, value, error, onChange }: RelationSelectProps) => {
  const { t } = useTranslation();
  return (
    <Select
      ref={useFocusOnMount()}
      label={label}
      allowDeselect={false}
      data={relations.map((relation) => ({ value: relation, label: t(`referrals.relation.${relation}`) }))}
      value={value}
      error={typeof error === 'string' ? error : undefined}
      onChange={(relation) => {
        if (relation !== null) onChange(relationOf(relation));
      }}
    />
  );
};
