import type { TreeNodeData } from '@mantine/core';
import type { OutputOf } from '../../../shared/contract.ts';
import type { ReferralPerson } from '../../../shared/contract/referrals.ts';

type Around = OutputOf<'referrals.around'>;

/** Everybody of a picture by their id, the customer it is about among them. */
export const peopleOf = ({ person, referrers, brought }: Around): ReadonlyMap<string, ReferralPerson> =>
  new Map([...referrers, person, ...brought].map((one) => [one.id, one]));

/** One tree: from whoever stands highest down over the customer to those who were brought last. */
export const treeOf = ({ person, referrers, brought }: Around): TreeNodeData[] => {
  const children = new Map<string, ReferralPerson[]>();
  for (const one of brought) children.set(one.parentId, [...(children.get(one.parentId) ?? []), one]);
  const nodeOf = ({ id, name }: ReferralPerson): TreeNodeData => {
    const below = (children.get(id) ?? []).map(nodeOf);
    return { value: id, label: name, ...(below.length > 0 && { children: below }) };
  };
  return [
    referrers.reduce<TreeNodeData>((below, { id, name }) => ({ value: id, label: name, children: [below] }), nodeOf(person)),
  ];
};
