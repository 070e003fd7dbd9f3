import { Alert, Loader, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { thresholdsSchema, type ShopSettings } from '../../../shared/contract/settings.ts';
import { settingsProblems } from '../../../shared/domain/settings.ts';
import { useShop } from '../../app/shop.tsx';
import { call } from '../../ipc/client.ts';
import { studyQuery } from '../../ipc/useOperation.ts';
import { groupNames } from '../movement/groupNames.ts';

/** Of each axis so many moves are told, the greatest. */
const SHOWN = 3;
const TYPING_MILLISECONDS = 400;

/** Whom the thresholds as they stand in the form would move, before they are saved; nothing while they are as they were. */
export const ThresholdMoves = ({ values }: { readonly values: ShopSettings }) => {
  const { t, i18n } = useTranslation();
  const { settings } = useShop();
  // As text: an object made anew with every drawing would never come to rest.
  const present = thresholdsSchema.parse(settings);
  const [typed] = useDebouncedValue(JSON.stringify(thresholdsSchema.safeParse(values).data ?? null), TYPING_MILLISECONDS);
  const input = thresholdsSchema.safeParse(JSON.parse(typed)).data;
  const isAsked =
    typed !== JSON.stringify(present) &&
    input !== undefined &&
    settingsProblems({ ...values, ...input }, Object.keys(input)).length === 0;
  const { data } = useQuery({
    ...studyQuery('settings.previewMoves', input ?? present, (asked) => call('settings.previewMoves', asked)),
    enabled: isAsked,
  });
  if (!isAsked) return null;
  if (data === undefined) return <Loader size="xs" aria-label={t('settings.segments.moves.counting')} />;
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
        .map(({ axis, moves }) => {
          const names = new Map(groupNames(t, axis).map(({ group, name }) => [group, name]));
          const told = moves.slice(0, SHOWN).map(({ before, after, count }) =>
            t('settings.segments.moves.move', {
              from: names.get(before) ?? before,
              to: names.get(after) ?? after,
              number: figure(count),
            }),
          );
          const more = moves.length > SHOWN ? [t('settings.segments.moves.more', { count: moves.length - SHOWN })] : [];
          return (
            <Text key={axis} size="sm">
              {t('settings.segments.moves.axis', { axis: t(`movement.axis.${axis}`), moves: [...told, ...more].join(' · ') })}
            </Text>
          );
        })}
    </Alert>
  );
};
