import { useMay } from '../../app/session.ts';
import { PrintButtons } from './PrintButtons.tsx';
import { usePrint } from './usePrint.ts';

/** Whom to contact today, to take along on paper (R059). */
export const CallSheetButtons = () => {
  const may = useMay();
  const { isPending, sheet } = usePrint();
  if (!may('visits.read')) return null;
  return (
    <PrintButtons
      isPending={isPending}
      isCompact
      onPrint={(to) => {
        sheet({ kind: 'calls' }, to);
      }}
    />
  );
};
