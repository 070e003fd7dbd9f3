type Language = 'zh-CN' | 'en';

const presets: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['熟客介绍', '路过进店', '微信朋友圈', '抖音', '小红书', '大众点评/美团', '传单', '店里活动'],
  en: ['Brought by a regular', 'Walked past', 'WeChat', 'Douyin', 'Xiaohongshu', 'Dianping or Meituan', 'Leaflet', 'An event'],
};

/** Where customers come from (R091): the shop's own list, or what is on offer until it has one. */
export const sourcesOf = (settings: {
  readonly customerSources: readonly string[] | null;
  readonly language: Language;
}): readonly string[] => settings.customerSources ?? presets[settings.language];
