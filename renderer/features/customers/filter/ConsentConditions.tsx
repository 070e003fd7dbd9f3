import { Group, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { consentStates } from '../../../../shared/contract/customerFilter.ts';
import { consentPurposes } from '../../../../shared/domain/privacy/consents.ts';
import { purposeWords } from '../../../../shared/domain/privacy/wording.ts';
import { useShop } from '../../../app/shop.tsx';
import type { ConditionProps } from './FilterDrawer.tsx';

/** How people stand with a purpose (R190): one line a purpose that matters, and a choice that adds another. */
export const ConsentConditions = ({ filter, onChange }: ConditionProps) => {
  const { t } = useTranslation();
  const { language } = useShop().settings;
  const conditions = filter.consents ?? [];
  const left = consentPurposes.filter((purpose) => !conditions.some((condition) => condition.purpose === purpose));
  return (
    <Stack gap={6} role="group" aria-label={t('lists.filter.names.consents')}>
      {conditions.map(({ purpose, state }) => (
        <Group key={purpose} gap="xs" wrap="nowrap">
          <Text size="sm" flex={1}>
            {purposeWords[purpose].name[language]}
          </Text>
          <Select
            w="11rem"
            size="sm"
            clearable
            aria-label={purposeWords[purpose].name[language]}
            data={consentStates.map((value) => ({ value, label: t(`lists.filter.consents.${value}`) }))}
            value={state}
            onChange={(value) => {
              const wanted = consentStates.find((known) => known === value);
              onChange({
                consents: conditions.flatMap((condition) => {
                  if (condition.purpose !== purpose) return [condition];
                  return wanted === undefined ? [] : [{ purpose, state: wanted }];
                }),
              });
            }}
          />
        </Group>
      ))}
      {left.length > 0 && (
        <Select
          label={t('lists.filter.names.consents')}
          placeholder={t(conditions.length === 0 ? 'lists.filter.any' : 'lists.filter.consents.another')}
          data={left.map((purpose) => ({ value: purpose, label: purposeWords[purpose].name[language] }))}
          value={null}
          onChange={(value) => {
            const purpose = left.find((known) => known === value);
            if (purpose !== undefined) onChange({ consents: [...conditions, { purpose, state: 'given' }] });
          }}
        />
      )}
    </Stack>
  );
};
