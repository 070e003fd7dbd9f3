import { IconBike, IconCar, IconDeviceLaptop, IconEyeglass2, IconPackage, IconPaw, type TablerIcon } from '@tabler/icons-react';
import type { ThingType } from '../../../shared/domain/things/types.ts';

/** The sign of each type of thing; its word always stands beside it. */
export const thingIcons: Readonly<Record<ThingType, TablerIcon>> = {
  pet: IconPaw,
  car: IconCar,
  glasses: IconEyeglass2,
  appliance: IconDeviceLaptop,
  bicycle: IconBike,
  other: IconPackage,
};
