import { birthdayText, lunarText, secondBirthdayText } from './contactDates.ts';
import type { VcardBlock, VcardProperty } from './vcardLines.ts';

/** What a property says under the name of the standard property that means the same. */
export interface ContactFact {
  readonly name: string;
  readonly text: string;
}

const isLunarLabel = (label: string): boolean => /农历|阴历|旧历|lunar/i.test(label);

/** What the person called it: `item1.X-ABLabel:农历生日` beside `item1.X-ABDATE:…`. */
const labelOf = ({ properties }: VcardBlock, { group }: VcardProperty): string =>
  group === null ? '' : (properties.find((other) => other.group === group && other.name === 'X-ABLABEL')?.text ?? '');

const messengers: readonly (readonly [RegExp, string])[] = [
  [/微信|wechat|weixin/i, 'X-WECHAT'],
  [/^qq$|腾讯|tencent/i, 'X-QQ'],
];
/** An account of a messenger: IMPP of Apple and of the standard, with the service beside it or in the label. */
const account = (property: VcardProperty, label: string, text: string): ContactFact => {
  const { parameters } = property;
  const services = [...(parameters.get('X-SERVICE-TYPE') ?? []), ...(parameters.get('TYPE') ?? []), label];
  const scheme = /^([a-z-]+):(.*)$/is.exec(text);
  const known = messengers.find(([pattern]) => [...services, scheme?.[1] ?? ''].some((service) => pattern.test(service)));
  const value = (scheme?.[2] ?? text).replace(/^\/\//, '');
  return known === undefined ? { name: property.name, text } : { name: known[1], text: decoded(value) };
};
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Types of an event as Android numbers them (ContactsContract.CommonDataKinds.Event), and Meizu's 4 for a lunar birthday. */
const androidEvent = (text: string, type: string, label: string): ContactFact | null => {
  if (type === '4' || (type === '0' && isLunarLabel(label))) return { name: 'LUNAR', text: lunarText(text) };
  return type === '3' ? { name: 'BDAY', text } : type === '1' ? { name: 'ANNIVERSARY', text } : null;
};

/** `vnd.android.cursor.item/nickname;小芳;1;;…`: what Android has no property for. */
const androidCustom = (parts: readonly string[]): ContactFact | null => {
  const [kind = '', text = '', type = '', label = ''] = parts;
  if (text === '') return null;
  if (/\/nickname$/i.test(kind)) return { name: 'NICKNAME', text };
  if (/\/contact_event$/i.test(kind)) return androidEvent(text, type, label);
  // Xiaomi keeps a lunar birthday as a kind of its own.
  return /lunar_?birthday$/i.test(kind) ? { name: 'LUNAR', text: lunarText(text) } : null;
};

/**
 * What phones write in ways of their own, as the standard property it is: a lunar birthday as LUNAR. Undefined for a property that is
 * standard already, null for one that says nothing the shop keeps. `components` are its parts, `text` the whole, both unescaped.
 */
export const ownFactOf = (
  block: VcardBlock,
  property: VcardProperty,
  text: string,
  components: readonly string[],
): ContactFact | null | undefined => {
  const { name } = property;
  if (name === 'X-ANDROID-CUSTOM') return androidCustom(components);
  if (name === 'X-ALTBDAY') {
    const lunar = secondBirthdayText(property, text);
    return lunar === null ? null : { name: 'LUNAR', text: lunar };
  }
  if (name.startsWith('X-LUNAR') || name === 'X-CHINESE-BIRTHDAY')
    return text === '' ? null : { name: 'LUNAR', text: lunarText(text) };
  if (name === 'X-ABDATE') {
    const label = labelOf(block, property);
    if (isLunarLabel(label)) return { name: 'LUNAR', text: lunarText(text) };
    return { name: /anniversary|纪念日/i.test(label) ? 'ANNIVERSARY' : 'X-ABDATE', text: birthdayText(property, text) };
  }
  if (name === 'IMPP' || name === 'X-SOCIALPROFILE') return account(property, labelOf(block, property), text);
  // Outlook's settings of its own window.
  return name.startsWith('X-MS-') && name !== 'X-MS-IMADDRESS' ? null : undefined;
};
