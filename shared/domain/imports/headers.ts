import { fieldsOf, missingField, type ImportField, type ImportForm, type ImportPreset, type Mapping } from './fields.ts';

/**
 * Header words seen in shops' templates and exports, most telling first: an earlier word of a field wins over a later one, so the
 * balance of points (剩余积分) is taken before the lifetime sum (积分).
 */
const personWords = {
  number: [
    '客户编号',
    '会员编号',
    '会员号',
    '顾客编号',
    '会员id',
    '客户id',
    '编号',
    '客户号',
    'customerid',
    'customernumber',
    'customerno',
    'memberid',
    'memberno',
    'membernumber',
    'clientid',
    'number',
    'no',
    'id',
  ],
  card: ['会员卡号', '卡号', '卡面号码', '实体卡号', 'cardno', 'cardnumber', 'card', 'membercard'],
  name: [
    '姓名',
    '会员姓名',
    '真实姓名',
    '客户姓名',
    '顾客姓名',
    '客户名称',
    '会员名称',
    '名字',
    '客户',
    '顾客',
    '会员',
    '昵称',
    'name',
    'fullname',
    'customername',
    'membername',
    'customer',
    'client',
    'member',
  ],
  phone: [
    '手机号',
    '手机号码',
    '会员手机',
    '会员手机号',
    '手机',
    '联系电话',
    '联系方式',
    '电话',
    '电话号码',
    '移动电话',
    '固定电话',
    'phone',
    'mobile',
    'phonenumber',
    'mobilephone',
    'mobilenumber',
    'cell',
    'tel',
    'telephone',
  ],
  note: ['备注', '备注信息', '说明', 'note', 'notes', 'remark', 'remarks', 'comment', 'comments', 'memo'],
} as const;

const purchaseWords: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  customerNumber: [...personWords.number, ...personWords.card],
  customerName: personWords.name,
  phone: personWords.phone,
  date: [
    '消费日期',
    '消费时间',
    '交易日期',
    '交易时间',
    '购买日期',
    '购买时间',
    '到店日期',
    '进店时间',
    '到店时间',
    '下单时间',
    '下单日期',
    '订单日期',
    '销售日期',
    '开单日期',
    '开单时间',
    '结账时间',
    '日期',
    '时间',
    'date',
    'purchasedate',
    'transactiondate',
    'orderdate',
    'visitdate',
    'saledate',
    'datetime',
    'purchasedon',
    'day',
  ],
  quantity: [
    '数量',
    '购买数量',
    '消费数量',
    '销售数量',
    '件数',
    '个数',
    '份数',
    '次数',
    'quantity',
    'qty',
    'items',
    'units',
    'numberofcds',
    'numberofitems',
    'count',
    'pieces',
  ],
  amount: [
    '实收金额',
    '实付金额',
    '实收',
    '实付',
    '成交金额',
    '消费金额',
    '交易金额',
    '支付金额',
    '付款金额',
    '订单金额',
    '销售额',
    '销售金额',
    '金额',
    '总金额',
    '合计金额',
    '总价',
    '消费',
    'amount',
    'total',
    'totalamount',
    'paid',
    'amountpaid',
    'dollarvalue',
    'value',
    'sales',
    'revenue',
    'spend',
    'net',
  ],
  product: [
    '商品名称',
    '商品',
    '产品名称',
    '产品',
    '服务项目',
    '消费项目',
    '项目名称',
    '项目',
    '品名',
    '货品',
    '菜品',
    '内容',
    'product',
    'productname',
    'item',
    'itemname',
    'service',
    'description',
  ],
  cost: ['成本', '成本金额', '成本价', '进价', 'cost', 'costamount'],
  staff: [
    '营业员',
    '店员',
    '导购',
    '服务员',
    '服务人员',
    '收银员',
    '技师',
    '美容师',
    '理发师',
    '发型师',
    '操作员',
    '经手人',
    '员工',
    'staff',
    'clerk',
    'employee',
    'servedby',
    'cashier',
    'stylist',
  ],
  note: personWords.note,
};

const customerWords: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  number: personWords.number,
  name: personWords.name,
  phone: personWords.phone,
  gender: ['性别', '会员性别', 'gender', 'sex'],
  birthday: [
    '生日',
    '会员生日',
    '出生日期',
    '出生年月',
    '出生年月日',
    '生日日期',
    'birthday',
    'birthdate',
    'dateofbirth',
    'dob',
    'born',
  ],
  birthdayCalendar: [
    '生日类型',
    '生日历法',
    '农历公历',
    '历法',
    '公历农历',
    '阴历阳历',
    'birthdaytype',
    'birthdaycalendar',
    'calendar',
  ],
  cardNo: personWords.card,
  wechat: ['微信', '微信号', '微信账号', 'wechat', 'wechatid', 'weixin'],
  email: ['邮箱', '电子邮箱', '常用邮箱', '电子邮件', '邮件', 'email', 'emailaddress', 'mail'],
  region: ['城市', '地区', '区域', '省份', '所在地区', '商圈', 'region', 'city', 'area', 'district', 'province'],
  address: ['地址', '会员地址', '详细地址', '联系地址', '家庭地址', '住址', 'address', 'street', 'streetaddress', 'homeaddress'],
  occupation: ['职业', '工作', '行业', '职务', 'occupation', 'job', 'profession'],
  source: [
    '客户来源',
    '会员来源',
    '来源',
    '来源渠道',
    '渠道',
    '获客渠道',
    'source',
    'leadsource',
    'channel',
    'acquisitionsource',
  ],
  note: personWords.note,
  points: [
    '剩余积分',
    '可用积分',
    '当前积分',
    '积分余额',
    '会员积分',
    '积分',
    'pointsbalance',
    'points',
    'loyaltypoints',
    'balancepoints',
  ],
  createdOn: [
    '开卡日期',
    '开卡时间',
    '注册时间',
    '注册日期',
    '入会日期',
    '入会时间',
    '办卡日期',
    '办卡时间',
    '建档日期',
    '登记日期',
    '创建时间',
    '创建日期',
    'createdon',
    'createdat',
    'joined',
    'joindate',
    'registeredon',
    'membersince',
    'since',
    'registrationdate',
  ],
  safetyNote: [
    '过敏史',
    '既往史',
    '禁忌',
    '注意事项',
    '过敏',
    '病史',
    'allergies',
    'allergy',
    'medicalnotes',
    'contraindications',
    'safetynote',
  ],
};

const wordsOf = (form: ImportForm): Readonly<Partial<Record<ImportField, readonly string[]>>> =>
  form === 'purchases' ? purchaseWords : customerWords;

/** A header without case, spaces, marks and units: `Customer_ID `, `金额(元)` -> `customerid`, `金额`. */
export const headerKey = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[([【].*?[)\]】]/g, '')
    .replaceAll(/[\s_\-.*:'"#/\\\ufeff]+/g, '');

/** The four columns of the CDNOW purchase log, in its own words. */
const cdnowColumns: ReadonlyMap<string, ImportField> = new Map([
  ['customer_id', 'customerNumber'],
  ['date', 'date'],
  ['number_of_cds', 'quantity'],
  ['dollar_value', 'amount'],
]);

/** Header words that the preset knows; empty when any word will be looked up. */
export const presetColumns = (preset: ImportPreset): readonly string[] => (preset === 'cdnow' ? [...cdnowColumns.keys()] : []);

/** Every word by which a field of the form is recognised, for the message about one that is not. */
export const knownHeaders = (form: ImportForm): readonly string[] =>
  fieldsOf(form).flatMap((field) => wordsOf(form)[field]?.slice(0, 3) ?? []);

/**
 * What each column seems to mean. A field is given to one column only: the one whose word is the most telling, the first of equals.
 * Columns of no known word are null.
 */
export const guessMapping = (form: ImportForm, preset: ImportPreset, headers: readonly string[]): Mapping => {
  if (preset === 'cdnow') return headers.map((header) => cdnowColumns.get(header.trim().toLowerCase()) ?? null);
  const keys = headers.map(headerKey);
  const mapping: (ImportField | null)[] = headers.map(() => null);
  for (const field of fieldsOf(form)) {
    const words = wordsOf(form)[field] ?? [];
    let best: { column: number; rank: number } | null = null;
    for (const [column, key] of keys.entries()) {
      const rank = words.indexOf(key);
      if (rank !== -1 && mapping[column] === null && (best === null || rank < best.rank)) best = { column, rank };
    }
    if (best !== null) mapping[best.column] = field;
  }
  return mapping;
};

const recognised = (mapping: Mapping): number => mapping.filter((field) => field !== null).length;

/** The form a header speaks for: a purchase log when it has a date and an amount for somebody, else a customer list. */
export const guessForm = (headers: readonly string[]): ImportForm => {
  const mapping = guessMapping('purchases', 'auto', headers);
  return missingField('purchases', mapping) === null ? 'purchases' : 'customers';
};

/**
 * Which of the first rows names the columns: the one with the most known words (titles and group headings stand above it in many
 * exports), or null when none has any.
 */
export const findHeaderRow = (rows: readonly (readonly string[])[], preset: ImportPreset): number | null => {
  let best: { row: number; count: number } | null = null;
  for (const [row, cells] of rows.slice(0, 5).entries()) {
    const count = Math.max(...(['purchases', 'customers'] as const).map((form) => recognised(guessMapping(form, preset, cells))));
    if (count > (best?.count ?? 0)) best = { row, count };
  }
  return best?.row ?? null;
};
