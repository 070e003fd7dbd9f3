import { customerFieldSchema } from '../../../../shared/contract/customers.ts';
import { Anchor, Badge, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pointsEntryKinds } from '../../../../shared/domain/loyalty/points.ts';
import { UNIT_QUANTITY } from '../../../../shared/types/amounts.ts';
import { formatQuantity } from '../../../../shared/domain/quantity.ts';
import { outcomes } from '../../../../shared/contract/callbacks.ts';
import { MoneyText } from '../../../components/MoneyText.tsx';
import { MomentText } from '../../../components/MomentText.tsx';
import { useOperation } from '../../../ipc/useOperation.ts';
import { Thumbnail } from '../../attachments/Picture.tsx';
import { OrderLink } from '../../orders/OrderLink.tsx';
import { warningText } from '../../safety/warningText.ts';
import { PaidWith } from '../../sales/PaidWith.tsx';
import classes from './Timeline.module.css';
import type { TimelineEntry, TimelineKind } from './useTimeline.ts';

type Of<Part extends TimelineKind> = { readonly [Key in Part]: NonNullable<TimelineEntry[Part]> } & {
  readonly staffName: string | null;
};

/** The parts of a line with dots between them; empty parts leave no dot. */
export const Dotted = ({ parts, isUndone = false }: { readonly parts: readonly ReactNode[]; readonly isUndone?: boolean }) => {
  const { t } = useTranslation();
  const shown = parts.filter((part) => part !== null && part !== '');
  return (
    <Text size="sm" component="span" display="block">
      <span className={isUndone ? classes['undone'] : undefined}>
        {shown.map((part, index) => (
          <span key={`${index}`}>
            {index > 0 && ' · '}
            {part}
          </span>
        ))}
      </span>
      {isUndone && (
        <Badge size="xs" color="gray" ml="xs">
          {t('customers.timeline.undone')}
        </Badge>
      )}
    </Text>
  );
};

export const Note = ({ text }: { readonly text: string | null }) =>
  text === null || text === '' ? null : (
    <Text size="sm" c="dimmed" lineClamp={3}>
      {text}
    </Text>
  );

/** What was bought, by whom served, and the points it earned. */
export const VisitWords = ({ visit, staffName }: Of<'visit'>) => {
  const { t } = useTranslation();
  const items = visit.lines.map(({ name, quantity, thingName }) => {
    const item =
      quantity === UNIT_QUANTITY ? name : t('customers.timeline.lineQuantity', { name, quantity: formatQuantity(quantity) });
    return thingName === null ? item : t('customers.timeline.lineFor', { item, thing: thingName });
  });
  return (
    <>
      <Dotted
        isUndone={visit.undoneAt !== null}
        parts={[
          items.length === 0 && visit.totalCents === 0
            ? t('customers.timeline.noLines')
            : items.join(t('customers.timeline.separator')),
          visit.lines.some(({ quantity }) => quantity < 0) ? t('sales.return.badge') : null,
          visit.totalCents === 0 && items.length === 0 ? null : (
            <Anchor
              key="total"
              inherit
              underline="always"
              fw={700}
              title={t('customers.timeline.openVisit')}
              renderRoot={(props) => <Link to="/visits/$visitId" params={{ visitId: visit.id }} {...props} />}
            >
              <MoneyText amount={visit.totalCents} />
            </Anchor>
          ),
          visit.order === null ? null : <OrderLink key="order" order={visit.order} />,
          staffName,
          ...visit.payments.map((payment) => (
            <span key={payment.method}>
              <PaidWith payment={payment} /> <MoneyText amount={payment.cents} />
            </span>
          )),
          visit.pointsEarned === 0 ? null : t('customers.timeline.earned', { count: visit.pointsEarned }),
          visit.isImported ? t('customers.timeline.imported') : null,
        ]}
      />
      {visit.warnings.length > 0 && (
        <Text size="sm" c="var(--regulars-danger-text)">
          {t('safety.acknowledged', {
            warnings: visit.warnings.map((warning) => warningText(t, warning)).join(t('customers.timeline.separator')),
          })}
        </Text>
      )}
      <Note text={visit.note} />
    </>
  );
};

/** What was said, how it ended, and when to try again. */
export const ContactWords = ({ contact, staffName }: Of<'contact'>) => {
  const { t } = useTranslation();
  const outcome = outcomes.find((known) => known === contact.outcome);
  return (
    <Dotted
      parts={[
        contact.direction === 'in' ? t('customers.timeline.incoming') : null,
        outcome === undefined ? contact.outcome : t(`customers.timeline.outcomes.${outcome}`),
        contact.note,
        contact.nextAttemptAt === null ? null : (
          <span key="next">
            {t('customers.timeline.nextAttempt')} <MomentText at={contact.nextAttemptAt} />
          </span>
        ),
        staffName,
      ]}
    />
  );
};

/** Points that came or went outside a visit. */
export const PointsWords = ({ points, staffName }: Of<'points'>) => {
  const { t, i18n } = useTranslation();
  const kind = pointsEntryKinds.find((known) => known === points.entryKind);
  // "Used 100": the word already says which way they went.
  const figure =
    kind === 'redeem'
      ? Math.abs(points.points).toLocaleString(i18n.language)
      : new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' }).format(points.points);
  return (
    <Dotted
      isUndone={points.isReversed}
      parts={[
        <span key="kind">
          {kind === undefined ? points.entryKind : t(`customers.timeline.pointsKinds.${kind}`)} <b>{figure}</b>
        </span>,
        points.reason,
        staffName,
      ]}
    />
  );
};

/** What was written down or changed about the person; a merge or its undoing leads to that merge. */
export const ChangeWords = ({ change, staffName }: Of<'change'>) => {
  const { t } = useTranslation();
  const { action, attachment, merge, reason } = change;
  const fields = useFieldNames(change.fields);
  const other = merge?.otherName ?? t('duplicates.history.erased');
  const words = t(`customers.timeline.actions.${action === 'merged' && merge?.isSurvivor === false ? 'merged_away' : action}`, {
    fields,
    other,
  });
  if (attachment !== null) return <AttachmentWords attachment={attachment} staffName={staffName} />;
  if (merge === null) return <Dotted parts={[words, reason, staffName]} />;
  return (
    <Dotted
      parts={[
        <Anchor
          key="merge"
          inherit
          renderRoot={(props) => <Link {...props} to="/customers/merges" search={{ mergeId: merge.id }} />}
        >
          {words}
        </Anchor>,
        fields === '' ? null : t('customers.timeline.actions.edited', { fields }),
        staffName,
      ]}
    />
  );
};

interface AttachmentWordsProps {
  readonly attachment: NonNullable<Of<'change'>['change']['attachment']>;
  readonly staffName: string | null;
}

/** A photo or a file that was added: small on the line, whole among the photos and files. */
const AttachmentWords = ({ attachment, staffName }: AttachmentWordsProps) => {
  const { t } = useTranslation();
  const { customerId } = useParams({ from: '/customers/$customerId' });
  return (
    <>
      <Dotted parts={[t('card.timeline.added', { name: attachment.name }), staffName]} />
      {attachment.hasThumbnail && (
        <Link
          to="/customers/$customerId"
          params={{ customerId }}
          search={{ tab: 'files' }}
          className={classes['thumbnail']}
          aria-label={t('card.timeline.open', { name: attachment.name })}
        >
          <Thumbnail attachmentId={attachment.id} />
        </Link>
      )}
    </>
  );
};

/** From whom to whom, and what the next one should know. */
export const HandoverWords = ({ handover, staffName }: Of<'handover'>) => {
  const { t } = useTranslation();
  const nobody = t('customers.timeline.nobody');
  return (
    <>
      <Dotted
        parts={[
          t('customers.timeline.handover', { from: handover.fromName ?? nobody, to: handover.toName ?? nobody }),
          staffName,
        ]}
      />
      <Note text={handover.note} />
    </>
  );
};

const knownFields = [
  ...customerFieldSchema.options,
  'importantDates',
  'familyMembers',
  'relationships',
  'advocate',
  'sharers',
  'contactMethods',
  'tags',
  'things',
  'interests',
  'safetyFacts',
  'patchTests',
  'arrivalAlerts',
  'signedForms',
  'doNotServe',
  'attachments',
] as const;

const useFieldNames = (fields: readonly string[]): string => {
  const { t } = useTranslation();
  const isCustom = fields.some((field) => field.startsWith('custom.'));
  const own = useOperation('customFields.list', { includeArchived: true }, { enabled: isCustom }).data?.fields ?? [];
  const names = fields.map((field) => {
    const custom = own.find(({ id }) => field === `custom.${id}`);
    if (custom !== undefined) return custom.name;
    const known = knownFields.find((name) => name === field);
    return known === undefined ? t('customers.timeline.otherFields') : t(`customers.fields.${known}`);
  });
  return [...new Set(names)].join(t('customers.timeline.separator'));
};
