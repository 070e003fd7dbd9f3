import { Paper, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustomField, CustomValue } from '../../../shared/contract/customFields.ts';
import { client } from '../../ipc/client.ts';
import { TagBox, type BoxTag } from '../tags/TagBox.tsx';
import { CustomFieldInput } from './CustomFieldInput.tsx';

/** What the form of a customer holds beside the program's own fields. */
export interface Extras {
  readonly tags: readonly BoxTag[];
  readonly values: ReadonlyMap<CustomField['id'], CustomValue>;
}
export const noExtras: Extras = { tags: [], values: new Map() };

interface CustomerExtrasProps {
  readonly fields: readonly CustomField[];
  readonly extras: Extras;
  readonly onChange: (extras: Extras) => void;
  /** Marks the required fields that are empty. */
  readonly showMissing: boolean;
}

export const isMissing = (field: CustomField, { values }: Extras): boolean =>
  field.isRequired && (values.get(field.id) ?? null) === null;

/** Tags and the shop's own fields, in the form of a customer. */
export const CustomerExtras = ({ fields, extras, onChange, showMissing }: CustomerExtrasProps) => {
  const { t } = useTranslation();
  const add = (tag: BoxTag): void => {
    onChange({ ...extras, tags: [...extras.tags, tag] });
  };
  return (
    <Paper withBorder p="md">
      <Stack gap="md">
        <TagBox
          label={t('tags.box.label')}
          tags={extras.tags}
          onAdd={add}
          onRemove={({ tagId }) => {
            onChange({ ...extras, tags: extras.tags.filter((tag) => tag.tagId !== tagId) });
          }}
          onCreate={(groupId, name) => {
            void client.tags.createTag({ groupId, name }).then(({ tagId }) => {
              add({ tagId, name, groupName: '' });
            });
          }}
        />
        {fields.length > 0 && (
          <SimpleGrid cols={2} spacing="lg" verticalSpacing="md">
            {fields.map((field) => (
              <CustomFieldInput
                key={field.id}
                field={field}
                value={extras.values.get(field.id) ?? null}
                onChange={(value) => {
                  onChange({ ...extras, values: new Map([...extras.values, [field.id, value]]) });
                }}
                error={showMissing && isMissing(field, extras) ? t('errors.issue.required') : undefined}
              />
            ))}
          </SimpleGrid>
        )}
      </Stack>
    </Paper>
  );
};
