import {
  IconBellRinging,
  IconCake,
  IconCalendarDue,
  IconCalendarX,
  IconChecklist,
  IconClock,
  IconHourglass,
  IconMessageCircleOff,
  IconMoon,
  IconPackage,
  IconReceipt,
  IconRepeat,
  IconTicket,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Reason } from '../../../shared/contract/callbacks.ts';

interface ReasonLook {
  readonly icon: TablerIcon;
  readonly color: string;
}

/** Each kind of reason has its sign and its tint; the words always say it too. */
export const reasonLook: Record<Reason['code'], ReasonLook> = {
  promised: { icon: IconClock, color: 'jade' },
  birthday: { icon: IconCake, color: 'pink' },
  follow_up: { icon: IconRepeat, color: 'blue' },
  overdue: { icon: IconHourglass, color: 'amber' },
  dormant: { icon: IconMoon, color: 'gray' },
  expiring: { icon: IconCalendarDue, color: 'amber' },
  data_check: { icon: IconChecklist, color: 'gray' },
  missed: { icon: IconCalendarX, color: 'blue' },
  lapsing: { icon: IconTicket, color: 'amber' },
  waiting: { icon: IconPackage, color: 'blue' },
  debt: { icon: IconReceipt, color: 'gray' },
  own: { icon: IconBellRinging, color: 'jade' },
  silence: { icon: IconMessageCircleOff, color: 'violet' },
};
