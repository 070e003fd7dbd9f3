import { localDate } from '../../../shared/types/time.ts';
import { PrintButtons } from './PrintButtons.tsx';
import { usePrint } from './usePrint.ts';

/** The sheet of a day: its bookings, its visits and what they came to (R053). */
export const DaySheetButtons = ({ on, isCompact = false }: { readonly on: string; readonly isCompact?: boolean }) => {
  const { isPending, sheet } = usePrint();
  return (
    <PrintButtons
      isPending={isPending}
      isCompact={isCompact}
      onPrint={(to) => {
        sheet({ kind: 'day', on: localDate(on) }, to);
      }}
    />
  );
};
