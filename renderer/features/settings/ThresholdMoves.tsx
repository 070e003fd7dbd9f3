import { Alert, Loader, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { contract } from '../../../shared/contract.ts';
import { settingsProblems } from '../../../shared/domain/settings.ts';
import { useShop } from '../../app/shop.tsx';
import { call } from '../../ipc/client.ts';
import { studyQuery } from '../../ipc/useOperation.ts';
import { groupNames } from '../movement/groupNames.ts';

/** Of each axis so many moves are told, the greatest. */
const SHOWN = 3;
const TYPING_MILLISECONDS = 400;

const thresholdsOf = (settings: ShopSettings) => ({
  valueHighCents: settings.valueHighCents,
  valueMiddleCents: settings.valueMiddleCents,
  activeMonths: settings.activeMonths,
  semiActiveMonths: settings.semiActiveMonths,
  dormantMonths: settings.dormantMonths,
  giveUpMonths: settings.giveUpMonths,
  rfmWindowMonths: settings.rfmWindowMonths,
  rfmMethod: settings.rfmMethod,
  rfm8Scores: settings.rfm8Scores,
});

/** Whom the thresholds as they stand in the form would move, before they are saved; nothing while they are as they were. */
export const ThresholdMoves = ({ values }: { readonly values: ShopSettings }) => {
  const { t, i18n } = useTranslation();
  const { settings } = useShop();
  // As text: an object made anew with every drawing would never come to rest.
  const present = JSON.stringify(thresholdsOf(settings));
  const [typed] = useDebouncedValue(JSON.stringify(thresholdsOf(values)), TYPING_MILLISECONDS);
  const input = contract.settings.previewMoves.input.safeParse(JSON.parse(typed)).data;
  const isAsked =
    typed !== present && input !== undefined && settingsProblems({ ...values, ...input }, Object.keys(input)).length === 0;
  const { data } = useQuery({
    ...studyQuery('settings.previewMoves', input ?? thresholdsOf(settings), (asked) => call('settings.previewMoves', asked)),
    enabled: isAsked,
  });
  if (!isAsked) return null;
  if (data === undefined) return <Loader size="xs" aria-label={t('settings.segments.moves.counting')} />;
  const word = (axis: (typeof data.axes)[number]['axis'], name: string): string =>
    groupNames(t, axis).find(({ group }) => group === name)?.name ?? name;
  const figure = (count: number): string => count.toLocaleString(i18n.language);
  if (data.moved === 0)
    return (
      <Text size="sm" role="status">
        {t('settings.segments.moves.none')}
      </Text>
    );
  return (
    <Alert
      variant="light"
      color="jade"
      role="status"
      title={t('settings.segments.moves.moved', { moved: figure(data.moved), people: figure(data.people) })}
    >
      {data.axes
        .filter(({ moves }) => moves.length > 0)
        .map(({ axis, moves }) => (
          <Text key={axis} size="sm">
            {`${t(`settings.segments.moves.axes.${axis}`)}: `}
            {[
              ...moves
                .slice(0, SHOWN)
                .map(({ from, to, count }) =>
                  t('settings.segments.moves.move', { from: word(axis, from), to: word(axis, to), number: figure(count) }),
                ),
              ...(moves.length > SHOWN ? [t('settings.segments.moves.more', { count: moves.length - SHOWN })] : []),
            ].join(' · ')}
          </Text>
        ))}
    </Alert>
  );
};
