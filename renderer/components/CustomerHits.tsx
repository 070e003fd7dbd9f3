import { Badge, Box, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { comboboxList, comboboxOption } from './combobox.ts';
import classes from './CustomerHits.module.css';
import { CustomerMarks } from './CustomerMarks.tsx';
import { DateText } from './DateText.tsx';
import { MarkedText } from './MarkedText.tsx';
import { formatPhone, formattedPosition } from './phone.ts';
import { TierBadge } from './TierBadge.tsx';
import type { SearchHit } from './useCustomerSearch.ts';
import { VipBadge } from './VipBadge.tsx';

interface CustomerHitsProps {
  readonly id: string;
  readonly hits: readonly SearchHit[];
  readonly activeIndex: number;
  readonly onHover: (index: number) => void;
  readonly onChoose: (hit: SearchHit, withShift: boolean) => void;
  /** So many inactive customers match and are not shown; the row after the hits shows them. */
  readonly inactiveLeftOut?: number;
  readonly onShowInactive?: () => void;
}

const HitName = ({ hit }: { readonly hit: SearchHit }) => {
  // What was typed in pinyin or initials stands for characters of the name.
  const isInName = ['name', 'pinyin', 'initials'].includes(hit.match.field);
  return <MarkedText text={hit.name} start={isInName ? hit.match.start : 0} end={isInName ? hit.match.end : 0} />;
};

const HitPhone = ({ hit }: { readonly hit: SearchHit }) => {
  if (hit.phone === null) return null;
  const { field, start, end } = hit.match;
  const isMarked = field === 'phone';
  return (
    <MarkedText
      text={formatPhone(hit.phone)}
      start={isMarked ? formattedPosition(hit.phone, start) : 0}
      end={isMarked ? formattedPosition(hit.phone, end) : 0}
    />
  );
};

/** The people a search found, as a listbox whose active row the field's arrow keys move. */
export const CustomerHits = ({
  id,
  hits,
  activeIndex,
  onHover,
  onChoose,
  inactiveLeftOut = 0,
  onShowInactive,
}: CustomerHitsProps) => {
  const { t } = useTranslation();
  return (
    <Stack gap={0} {...comboboxList(id, t('app.search.results'))}>
      {hits.map((hit, index) => (
        <Box
          key={hit.id}
          {...comboboxOption(id, index, activeIndex)}
          className={classes['hit']}
          onMouseMove={() => {
            onHover(index);
          }}
          onClick={(event) => {
            onChoose(hit, event.shiftKey);
          }}
        >
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Text fw={700} truncate {...(hit.isInactive && { c: 'dimmed' })}>
              <HitName hit={hit} />
            </Text>
            {hit.isVip && <VipBadge />}
            {hit.tierName !== null && <TierBadge name={hit.tierName} />}
            <CustomerMarks isBlocked={hit.isBlocked} hasAlert={hit.hasAlert} isInactive={hit.isInactive} />
            {hit.thing !== null && (
              <Badge color={hit.match.field === 'thing' ? 'violet' : 'gray'} tt="none" flex="none" maw="14rem">
                <MarkedText text={hit.thing} start={hit.match.start} end={hit.match.end} />
              </Badge>
            )}
            <Text size="xs" c="dimmed" flex="none">
              <HitNumber hit={hit} />
            </Text>
          </Group>
          <Text size="sm" c="dimmed" ta="right">
            {hit.lastVisitOn === null ? t('app.search.neverVisited') : <DateText date={hit.lastVisitOn} />}
          </Text>
          <Text size="sm" ta="right">
            <HitPhone hit={hit} />
          </Text>
        </Box>
      ))}
      {inactiveLeftOut > 0 && (
        <Box
          {...comboboxOption(id, hits.length, activeIndex)}
          className={classes['more']}
          onMouseMove={() => {
            onHover(hits.length);
          }}
          onClick={onShowInactive}
        >
          <Text size="sm" c="dimmed">
            {t('inactive.more', { count: inactiveLeftOut })} · <b>{t('inactive.show')}</b>
          </Text>
        </Box>
      )}
    </Stack>
  );
};

const HitNumber = ({ hit }: { readonly hit: SearchHit }) =>
  hit.match.field === 'number' ? (
    <>
      No.
      <MarkedText text={hit.number} start={hit.match.start} end={hit.match.end} />
    </>
  ) : (
    <>No.{hit.number}</>
  );
