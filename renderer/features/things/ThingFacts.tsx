import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Thing } from '../../../shared/contract/things.ts';
import { ageOn } from '../../../shared/domain/ages.ts';
import { birthdayOptionsOf } from '../../../shared/domain/birthdays.ts';
import { thingDefinitions } from '../../../shared/domain/things/definitions.ts';
import { useShop } from '../../app/shop.tsx';
import { partialDateWords } from '../customers/partialDateWords.ts';
import classes from './Things.module.css';

/** What is known about a thing, as label and value; what is not known takes no room. */
export const ThingFacts = ({ thing }: { readonly thing: Thing }) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const { language } = settings;
  const { fields, birthDate, note } = thing;
  const definitions = thingDefinitions[thing.type].fields;
  const age = birthDate === null ? null : ageOn(birthDate, today, birthdayOptionsOf(settings));
  const rows = fields.flatMap(({ name, value }) => {
    const definition = definitions.find((field) => field.name === name);
    if (definition === undefined) return [];
    const chosen = definition.choices?.find((choice) => choice.value === value)?.label[language];
    const unit = definition.unit?.[language];
    return [{ label: definition.label[language], value: chosen ?? (unit === undefined ? value : `${value} ${unit}`) }];
  });
  const shown = [
    ...rows,
    ...(birthDate === null
      ? []
      : [
          {
            label: t('things.birthDate'),
            value: [
              partialDateWords(t, birthDate, language),
              ...(age === null || age === 0 ? [] : [t('things.years', { count: age })]),
            ].join(' · '),
          },
        ]),
    ...(note === null ? [] : [{ label: t('things.note'), value: note }]),
  ];
  if (shown.length === 0) return null;
  return (
    <Text component="dl" className={classes['fields']}>
      {shown.map(({ label, value }) => (
        <Row key={label} label={label} value={value} />
      ))}
    </Text>
  );
};

const Row = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
);
