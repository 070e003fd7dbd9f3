import { useTranslation } from 'react-i18next';
import { businessDate } from '../../../../shared/types/time.ts';
import { useShop } from '../../../app/shop.tsx';
import { ClassBadges } from '../../../components/ClassBadges.tsx';
import { dateWords } from '../../../components/dateWords.ts';
import { formatPhone } from '../../../components/phone.ts';
import { useMoney } from '../../../components/useMoney.ts';
import { partialDateWords } from '../partialDateWords.ts';
import type { ListColumn } from './columns.ts';
import classes from './CustomerGrid.module.css';
import type { CustomerRow } from './usePages.ts';

interface ListCellProps {
  readonly column: ListColumn;
  readonly row: CustomerRow;
}

/** One fact of one customer. Plain elements on purpose: see ListRow. */
export const ListCell = ({ column, row }: ListCellProps) => {
  const words = useCellWords(column, row);
  if (column.key === 'classes')
    return (
      <div role="gridcell" className={classes['badges']}>
        <ClassBadges classes={row.classes} />
      </div>
    );
  const { text, exact, isQuiet } = words;
  return (
    <div
      role="gridcell"
      className={column.isFigure ? classes['figure'] : classes['cell']}
      data-quiet={isQuiet || undefined}
      title={exact}
    >
      {text}
    </div>
  );
};

interface CellWords {
  readonly text: string;
  /** On hover, where the text may be cut or says it in other words. */
  readonly exact?: string | undefined;
  readonly isQuiet?: boolean;
}

const UNKNOWN: CellWords = { text: '—', isQuiet: true };
const known = (text: string | null): CellWords => (text === null || text === '' ? UNKNOWN : { text, exact: text });

const useCellWords = ({ key, fieldId }: ListColumn, row: CustomerRow): CellWords => {
  const { t, i18n } = useTranslation();
  const { today, settings } = useShop();
  const money = useMoney();
  const { more } = row;
  const day = more?.birthday ?? null;
  const birthday = day && ((isBrief: boolean) => partialDateWords(t, day, i18n.language === 'en' ? 'en' : 'zh-CN', isBrief));
  const figure = (value: number): CellWords => ({ text: value.toLocaleString(i18n.language) });
  switch (key) {
    case 'phone':
      return row.phone === null ? { text: t('common.noPhone'), isQuiet: true } : { text: formatPhone(row.phone) };
    case 'last_visit':
      return row.lastVisitOn === null
        ? { text: t('customers.list.never'), isQuiet: true }
        : { text: dateWords(t, row.lastVisitOn, today), exact: row.lastVisitOn };
    case 'visits':
      return figure(row.visitCount);
    case 'spend':
      return { text: money(row.spendCents) };
    case 'points':
      return figure(row.pointsBalance);
    case 'classes':
      return UNKNOWN;
    case 'number':
      return known(row.number);
    case 'tier':
      return known(more?.tierName ?? null);
    case 'tags':
      return known(more?.tags.join(t('lists.and')) ?? null);
    case 'owner':
      return more?.ownerName == null ? { text: t('lists.unowned'), isQuiet: true } : known(more.ownerName);
    case 'region':
      return known(more?.region ?? null);
    case 'completeness':
      return more?.completeness == null ? UNKNOWN : figure(more.completeness);
    case 'source':
      return known(more?.source ?? null);
    case 'status':
      return known(more == null ? null : t(`customers.status.${more.status}`));
    case 'card':
      return known(more?.cardNo ?? null);
    case 'wechat':
      return known(more?.wechat ?? null);
    case 'birthday':
      return birthday === null ? UNKNOWN : { text: birthday(true), exact: birthday(false) };
    case 'created': {
      if (more == null) return UNKNOWN;
      const on = businessDate(more.createdAt, settings.timeZone, settings.dayTurnHour);
      return { text: dateWords(t, on, today), exact: on };
    }
    case 'custom': {
      const text = more?.customFields.find((field) => field.fieldId === fieldId)?.text ?? null;
      return known(text === 'yes' || text === 'no' ? t(`lists.answer.${text}`) : text);
    }
  }
};
