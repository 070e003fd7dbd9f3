import type { TFunction } from 'i18next';
import { movementGroups } from '../../../shared/domain/segments/movement.ts';
import type { Group, MovementAxis } from '../../../shared/domain/segments/movement.ts';

interface NamedGroup {
  readonly group: Group;
  readonly name: string;
}

const namesOf = (t: TFunction, axis: MovementAxis): NamedGroup[] => {
  switch (axis) {
    case 'rfm8':
      return movementGroups.rfm8.map((group) => ({ group, name: t(`classes.rfm8.${group}`) }));
    case 'rfm':
      return movementGroups.rfm.map((group) => ({ group, name: t(`classes.rfm.${group}`) }));
    case 'value':
      return movementGroups.value.map((group) => ({ group, name: t(`classes.value.${group}`) }));
    case 'activity':
      return movementGroups.activity.map((group) => ({ group, name: t(`classes.activity.${group}`) }));
    case 'dormant':
      return movementGroups.dormant.map((group) => ({ group, name: t(`classes.dormant.${group}`) }));
    case 'lifecycle':
      return movementGroups.lifecycle.map((group) => ({ group, name: t(`classes.lifecycle.${group}`) }));
  }
};

/** The groups of an axis in their order, with their names as headings have them. */
export const groupNames = (t: TFunction, axis: MovementAxis): NamedGroup[] =>
  namesOf(t, axis).map(({ group, name }) => ({ group, name: `${name.charAt(0).toUpperCase()}${name.slice(1)}` }));
