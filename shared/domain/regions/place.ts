/**
 * A region as typed, taken apart into province, city and district (R003). By the suffixes of the words, not by a list of places:
 * the shop's own neighbourhoods ("城南") are regions too, and no list knows them. Only the provinces stand here, because people leave
 * their suffix out ("江苏南京"). Names and suffixes: GB/T 2260, 中华人民共和国行政区划代码.
 */
export interface Place {
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
}

export const nowhere: Place = { province: null, city: null, district: null };

const municipalities = ['北京', '天津', '上海', '重庆'];
const plainProvinces =
  '河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾'.split(
    ' ',
  );
const autonomous: readonly (readonly [string, string])[] = [
  ['内蒙古', '内蒙古自治区'],
  ['广西', '广西壮族自治区'],
  ['西藏', '西藏自治区'],
  ['宁夏', '宁夏回族自治区'],
  ['新疆', '新疆维吾尔自治区'],
];
const special: readonly (readonly [string, string])[] = [
  ['香港', '香港特别行政区'],
  ['澳门', '澳门特别行政区'],
];

/** Every way to begin with a province, the longest first, and its full name. */
const provinces: readonly (readonly [string, string])[] = [
  ...municipalities.flatMap((name): [string, string][] => [
    [`${name}市`, `${name}市`],
    [name, `${name}市`],
  ]),
  ...plainProvinces.flatMap((name): [string, string][] => [
    [`${name}省`, `${name}省`],
    [name, `${name}省`],
  ]),
  ...[...autonomous, ...special].flatMap(([name, full]): [string, string][] => [
    [full, full],
    [name, full],
  ]),
].sort(([one], [other]) => other.length - one.length);

const isMunicipality = (province: string): boolean => municipalities.some((name) => province === `${name}市`);

/** A place's name is Han text of two to eight characters before its suffix; 市 and 区 inside a name ("城区") do not end it. */
const cityPattern = /^([\p{Script=Han}]{1,8}?(?:自治州|地区|盟|市))/u;
const districtPattern = /^([\p{Script=Han}]{1,9}?(?:自治县|自治旗|林区|特区|新区|开发区|高新区|城区|矿区|区|县|旗|市))/u;

const NOT_A_NAME = /^(小|本|市|城|新|老|全|各|外|社|校|园|厂|景|住宅)[区市县]/u;

const provinceOf = (text: string): { readonly province: string | null; readonly rest: string } => {
  const found = provinces.find(([name]) => text.startsWith(name));
  if (!found) return { province: null, rest: text };
  const [name, full] = found;
  const rest = text.slice(name.length);
  // 吉林市 and 海南州 bear a province's name: a name without 省 that goes on with 市, 州 or 县 is no province.
  if (name !== full && /^[市州县区]/u.test(rest)) return { province: null, rest: text };
  return { province: full, rest };
};

/** Words apart, or parted by / - · , ， and the like, are one after another. */
const SEPARATORS = /[\s/／\\\-—·,，、|>]+/u;

const named = (text: string, pattern: RegExp): string | null => {
  const found = pattern.exec(text)?.[1] ?? null;
  return found === null || NOT_A_NAME.test(found) ? null : found;
};

/** Text without suffixes, in words apart: 江苏 南京 玄武. The second is the city, the third the district. */
const bySteps = (province: string, words: readonly string[]): Place => {
  const [first = null, second = null] = words;
  return isMunicipality(province) ? { province, city: province, district: first } : { province, city: first, district: second };
};

const HAN_WORD = /^[\p{Script=Han}]{2,9}$/u;

/**
 * Province, city and district of a region as typed; what is not said is null, and a text that is no place of this kind ("城南",
 * "Chinatown") has none of the three. A municipality is its own city. Full names come out: "江苏" is 江苏省.
 */
export const placeOf = (text: string): Place => {
  const words = text
    .normalize('NFKC')
    .trim()
    .split(SEPARATORS)
    .filter((word) => word !== '' && word !== '中国');
  const joined = words.join('').replace(/^中国/u, '');
  const { province, rest } = provinceOf(joined);
  if (province !== null && words.length > 1) {
    // The province's own word is over, and what follows bears no suffix.
    const [head = '', ...tail] = words;
    const isHeadAlone = provinceOf(head).province === province && provinceOf(head).rest === '';
    const hasNoSuffix = tail.every(
      (word) => HAN_WORD.test(word) && named(word, cityPattern) === null && named(word, districtPattern) === null,
    );
    if (isHeadAlone && hasNoSuffix) return bySteps(province, tail);
  }
  const isOwnCity = province !== null && isMunicipality(province);
  // 北京市市辖区 and 上海市上海市 are forms that exports write.
  const afterOwnName = isOwnCity ? rest.replace(province, '').replace(/^市辖区/u, '') : rest;
  const city = isOwnCity ? province : named(afterOwnName, cityPattern);
  const afterCity = isOwnCity || city === null ? afterOwnName : afterOwnName.slice(city.length);
  const district = named(afterCity, districtPattern);
  if (province !== null && !isOwnCity && city === null && district === null && HAN_WORD.test(rest))
    return { province, city: rest, district: null };
  return { province, city, district };
};

/**
 * The places of all regions in use: who wrote only "南京市玄武区" lives in the province that others wrote before 南京市, when all who
 * did wrote the same one. Likewise 南京 is 南京市 where somebody wrote it so.
 */
export const placesOf = (texts: readonly string[]): ReadonlyMap<string, Place> => {
  const read = texts.map((text): readonly [string, Place] => [text, placeOf(text)]);
  const provincesOfCity = new Map<string, Set<string>>();
  for (const [, { province, city }] of read)
    if (province !== null && city !== null) provincesOfCity.set(city, (provincesOfCity.get(city) ?? new Set()).add(province));
  const fullName = (city: string): string => (provincesOfCity.has(`${city}市`) ? `${city}市` : city);
  return new Map(
    read.map(([text, place]) => {
      if (place.city === null) return [text, place];
      const city = fullName(place.city);
      const [only, another] = [...(provincesOfCity.get(city) ?? [])];
      const province = place.province ?? (another === undefined ? (only ?? null) : null);
      return [text, { ...place, province, city }];
    }),
  );
};
