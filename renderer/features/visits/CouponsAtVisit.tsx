import { ActionIcon, Checkbox, Group, Kbd, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconDiscount2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../app/shop.tsx';
import { dateWords } from '../../components/dateWords.ts';
import { useMoney } from '../../components/useMoney.ts';
import { afterHan } from '../customers/afterHan.ts';
import type { CouponLine } from './couponChoice.ts';
import { couponId, entryId, focusField } from './lineCell.ts';
import type { CheapestMix, VisitMix } from './useCheapestMix.ts';
import type { VisitCoupons } from './useVisitCoupons.ts';

/** So many stand at once. */
const SHOWN = 5;

interface CouponsAtVisitProps {
  readonly coupons: VisitCoupons;
  readonly mix: VisitMix;
}

/** Coupons of this person with what they would take off, and a field for a number or a code (R081, R084). F5 takes the mix that leaves least to pay (X65). */
export const CouponsAtVisit = ({ coupons, mix }: CouponsAtVisitProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const [typed, setTyped] = useState('');
  const add = (): void => {
    coupons.add(typed);
    setTyped('');
  };
  return (
    <Stack gap={6} component="section" aria-label={t('coupons.desk.label')}>
      <TextInput
        id={couponId}
        data-takes-codes
        label={
          <Group gap={6} component="span">
            {t('coupons.desk.field')} {(mix.proposal !== null || mix.isTaken) && <Kbd size="xs">F5</Kbd>}
          </Group>
        }
        labelProps={{ c: 'dimmed', fw: 400 }}
        placeholder={t('coupons.desk.hint')}
        autoComplete="off"
        maxLength={40}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          if (event.ctrlKey || event.metaKey) {
            // Saving goes on with what stands here.
            add();
            return;
          }
          event.preventDefault();
          if (typed.trim() === '') focusField(entryId);
          else add();
        }}
        rightSection={
          mix.proposal === null ? undefined : (
            <Tooltip label={t('coupons.desk.best')}>
              <ActionIcon variant="subtle" aria-label={t('coupons.desk.best')} onClick={mix.take}>
                <IconDiscount2 size={18} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          )
        }
      />
      {coupons.lines.slice(0, SHOWN + coupons.lines.filter(({ isChosen }) => isChosen).length).map((line) => (
        <Offer
          key={line.text}
          line={line}
          onToggle={() => {
            coupons.toggle(line.text);
          }}
        />
      ))}
      {mix.proposal !== null && <MixWords proposal={mix.proposal} />}
      {coupons.offCents > 0 && (
        <Text size="sm" fw={700} c="var(--regulars-advice-text)" role="status">
          {t('coupons.desk.total', { amount: money(coupons.offCents) })}
        </Text>
      )}
    </Stack>
  );
};

/** What the cheapest mix is made of, and what it comes to. */
const MixWords = ({ proposal }: { readonly proposal: CheapestMix }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { cards, coupons, isWithoutTier, totalCents, savesCents } = proposal;
  const parts = [
    ...(cards > 0 ? [t('coupons.desk.mix.cards', { count: cards })] : []),
    ...coupons.map((name) => t('coupons.desk.mix.coupon', { name })),
    ...(isWithoutTier ? [t('coupons.desk.mix.withoutTier')] : []),
  ];
  return (
    <Text size="sm" c="var(--regulars-advice-text)">
      {t('coupons.desk.mix.total', { amount: money(totalCents), saves: money(savesCents) })}
      {parts.length > 0 && ` ${parts.join(t('common.listSeparator'))}`}
    </Text>
  );
};

const Offer = ({ line, onToggle }: { readonly line: CouponLine; readonly onToggle: () => void }) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const money = useMoney();
  const { name, text, isChosen, whyNot, offCents, expiresOn } = line;
  const facts = [
    ...(whyNot === null ? [t('coupons.desk.off', { amount: money(offCents) })] : []),
    ...(whyNot === null ? [] : [t(`coupons.desk.faults.${whyNot}`, { amount: money(line.missingCents) })]),
    ...(expiresOn === null || whyNot === 'expired'
      ? []
      : [t('coupons.desk.until', { when: afterHan(dateWords(t, expiresOn, today), settings.language) })]),
  ];
  return (
    <Checkbox
      size="sm"
      checked={isChosen}
      disabled={!isChosen && whyNot !== null}
      onChange={onToggle}
      label={name === text ? text : name}
      {...(isChosen && whyNot !== null ? { error: facts.join(' · ') } : { description: facts.join(' · ') })}
    />
  );
};
