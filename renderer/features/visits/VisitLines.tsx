import { ActionIcon, Group, NativeSelect, Paper, Table, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { Fragment, useState } from 'react';
import { IconDots, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { cents } from '../../../shared/types/amounts.ts';
import { MoneyText } from '../../components/MoneyText.tsx';
import { LineCard } from '../countCards/LineCard.tsx';
import { LineDetails } from './LineDetails.tsx';
import { LineEntry } from './LineEntry.tsx';
import { LineSummary } from './LineSummary.tsx';
import { LineWatch } from './LineWatch.tsx';
import { cellId, entryId, focusField } from './lineCell.ts';
import { faultsOf, isRunning, type LineDraft, type LineField } from './lines.ts';
import type { LineEntryState } from './useLineEntry.ts';
import type { VisitForm } from './useVisitForm.ts';
import classes from './VisitLines.module.css';

const fields = ['name', 'quantity', 'price', 'cost'] as const;

interface VisitLinesProps {
  readonly form: VisitForm;
  readonly entry: LineEntryState;
  /** Somebody with a name can be asked again another day. */
  readonly mayDefer: boolean;
}

/** The bill: a row an item, every field typed where it stands, the entry field as the last row. */
export const VisitLines = ({ form, entry, mayDefer }: VisitLinesProps) => {
  const { t } = useTranslation();
  return (
    <Paper withBorder className={classes['bill']}>
      <Table layout="fixed" verticalSpacing={3} aria-label={t('visits.lines.label')} className={classes['table']}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('visits.lines.item')}</Table.Th>
            {form.things.length > 1 && <Table.Th className={classes['thing']}>{t('visits.thing')}</Table.Th>}
            <Table.Th ta="right" className={classes['quantity']}>
              {t('visits.lines.quantity')}
            </Table.Th>
            <Table.Th ta="right" className={classes['price']}>
              {t('visits.lines.price')}
            </Table.Th>
            <Table.Th ta="right" className={classes['cost']}>
              {t('visits.lines.cost')}
            </Table.Th>
            <Table.Th ta="right" className={classes['amount']}>
              {t('visits.lines.amount')}
            </Table.Th>
            <Table.Th className={classes['remove']}>
              <VisuallyHidden>{t('common.delete')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {form.draft.lines.map((line) => (
            <Line key={line.key} line={line} form={form} mayDefer={mayDefer} />
          ))}
        </Table.Tbody>
      </Table>
      <LineEntry entry={entry} />
    </Paper>
  );
};

interface LineProps {
  readonly line: LineDraft;
  readonly form: VisitForm;
  readonly mayDefer: boolean;
}

const Line = ({ line, form, mayDefer }: LineProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const faults = form.isChecked ? faultsOf(line) : [];
  const hasDiscountFault = faults.includes('discount');
  return (
    <>
      <LineRow line={line} form={form} faults={faults} isOpen={isOpen || hasDiscountFault} onToggle={setIsOpen} />
      {isOpen || hasDiscountFault ? (
        <Table.Tr id={`${cellId(line.key, 'name')}-more`}>
          <Table.Td colSpan={form.things.length > 1 ? 7 : 6} px="md" pt={0} pb="sm">
            <LineDetails line={line} form={form} hasDiscountFault={hasDiscountFault} mayDefer={mayDefer} />
          </Table.Td>
        </Table.Tr>
      ) : (
        <LineSummary line={line} columns={form.things.length > 1 ? 7 : 6} />
      )}
      <LineCard line={line} form={form} columns={form.things.length > 1 ? 7 : 6} />
    </>
  );
};

interface LineRowProps {
  readonly line: LineDraft;
  readonly form: VisitForm;
  readonly faults: readonly LineField[];
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

const LineRow = ({ line, form, faults, isOpen, onToggle }: LineRowProps) => {
  const { t } = useTranslation();
  const priced = form.bill.lines.get(line.key);
  return (
    <Table.Tr>
      {fields.map((field) => (
        <Fragment key={field}>
          <Table.Td className={classes[field]}>
            {field === 'quantity' && isRunning(line) ? (
              <LineWatch line={line} form={form} />
            ) : (
              <Cell line={line} field={field} form={form} isFaulty={faults.includes(field)} />
            )}
          </Table.Td>
          {field === 'name' && form.things.length > 1 && (
            <Table.Td className={classes['thing']}>
              <LineThing line={line} form={form} />
            </Table.Td>
          )}
        </Fragment>
      ))}
      <Table.Td ta="right" pr="md">
        <Text fw={700} size="sm" span>
          {priced === undefined ? '—' : <MoneyText amount={cents(priced.listCents - priced.discountCents)} keepZeros />}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap={0} wrap="nowrap">
          <ActionIcon
            variant={isOpen ? 'light' : 'subtle'}
            color="gray"
            aria-label={t('visits.lines.more', { name: line.name })}
            aria-expanded={isOpen}
            title={t('visits.lines.moreTitle')}
            onClick={() => {
              onToggle(!isOpen);
              if (!isOpen) focusField(cellId(line.key, 'discount'));
            }}
          >
            <IconDots size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('visits.lines.remove', { name: line.name })}
            onClick={() => {
              form.removeLine(line.key);
              focusField(entryId);
            }}
          >
            <IconX size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};

/** Which thing this one line was for, where it is not the whole visit's. */
const LineThing = ({ line, form }: { readonly line: LineDraft; readonly form: VisitForm }) => {
  const { t } = useTranslation();
  const chosen = line.thingId === undefined ? form.thingId : line.thingId;
  return (
    <NativeSelect
      size="sm"
      classNames={{ input: classes['cell'] }}
      aria-label={`${line.name} ${t('visits.thing')}`}
      value={chosen ?? ''}
      onChange={(event) => {
        form.chooseThing(line.key, form.things.find(({ id }) => id === event.currentTarget.value)?.id ?? null);
      }}
      data={[...form.things.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: t('visits.noThing') }]}
    />
  );
};

interface CellProps {
  readonly line: LineDraft;
  readonly field: (typeof fields)[number];
  readonly form: VisitForm;
  readonly isFaulty: boolean;
}

const Cell = ({ line, field, form, isFaulty }: CellProps) => {
  const { t } = useTranslation();
  const column = field === 'name' ? 'item' : field;
  return (
    <TextInput
      id={cellId(line.key, field)}
      size="sm"
      classNames={{ input: classes['cell'] }}
      mod={{ column: field }}
      aria-label={`${line.name} ${t(`visits.lines.${column}`)}`}
      placeholder={field === 'cost' ? t('visits.lines.costHint') : undefined}
      inputMode={field === 'name' ? 'text' : 'decimal'}
      maxLength={field === 'name' ? 80 : 16}
      autoComplete="off"
      error={isFaulty ? t(`visits.lines.faults.${field}`) : undefined}
      value={line[field]}
      onChange={(event) => {
        form.changeLine(line.key, field, event.currentTarget.value);
      }}
      onFocus={(event) => {
        event.currentTarget.select();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        focusField(entryId);
      }}
    />
  );
};
