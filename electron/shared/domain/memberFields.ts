/** Code tables of a member's coded fields; the entries stand in shared/labels/codeTables.ts. */
export const codeTableNames = [
  'gender',
  'ethnicity',
  'education',
  'degree',
  'marital',
  'personType',
  'joinKind',
  'regularKind',
  'partyStatus',
  'partyStatusKind',
  'enteredKind',
  'jobPost',
  'techTitle',
  'newStratum',
  'frontline',
  'manageClass',
  'skill',
] as const

export type CodeTableName = (typeof codeTableNames)[number]

export type FieldKind =
  | { readonly type: 'text'; readonly max: number }
  | { readonly type: 'name' }
  | { readonly type: 'idNo' }
  | { readonly type: 'mobile' }
  | { readonly type: 'date' }
  | { readonly type: 'boolean' }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'code'; readonly table: CodeTableName }
  | { readonly type: 'codes'; readonly table: CodeTableName }
  | { readonly type: 'branch' }
  | { readonly type: 'group' }

export const fieldGroups = ['basic', 'party', 'work', 'contact'] as const

export type FieldGroup = (typeof fieldGroups)[number]

interface FieldSpec {
  readonly label: string
  readonly group: FieldGroup
  readonly kind: FieldKind
  /** Counted in the completeness of a record (STA-06). */
  readonly required: boolean
  /** Masked on screen until asked for. */
  readonly sensitive: boolean
  /** Header texts of real workbooks that mean this field, spaces removed (domain 2.5); the label counts too. */
  readonly aliases: readonly string[]
}

interface SpecOptions {
  readonly required?: boolean
  readonly sensitive?: boolean
  readonly aliases?: readonly string[]
}

function field(group: FieldGroup, label: string, kind: FieldKind, options: SpecOptions = {}): FieldSpec {
  return {
    label,
    group,
    kind,
    required: options.required ?? false,
    sensitive: options.sensitive ?? false,
    aliases: options.aliases ?? [],
  }
}

const text = (max: number): FieldKind => ({ type: 'text', max })
const code = (table: CodeTableName): FieldKind => ({ type: 'code', table })
const date: FieldKind = { type: 'date' }
const boolean: FieldKind = { type: 'boolean' }

/** Every field of a member's record, in the order of the form. Keys are the identifiers of every layer. */
export const memberFields = {
  name: field('basic', '姓名', { type: 'name' }, { required: true, aliases: ['党员姓名', '名字'] }),
  nameReading: field('basic', '姓名读音', text(100)),
  formerName: field('basic', '曾用名', text(50)),
  idNo: field(
    'basic',
    '公民身份号码',
    { type: 'idNo' },
    {
      required: true,
      sensitive: true,
      aliases: ['公民身份证号码', '身份证号码', '身份证号', '身份证', '居民身份证号码', '居民身份证号'],
    },
  ),
  idNoReason: field('basic', '号码异常说明', text(200)),
  gender: field('basic', '性别', code('gender'), { required: true }),
  birthDate: field('basic', '出生日期', date, {
    required: true,
    aliases: ['出生年月', '出生时间', '出生年月日'],
  }),
  ethnicity: field('basic', '民族', code('ethnicity'), { required: true }),
  nativePlace: field('basic', '籍贯', text(100)),
  isTaiwanNative: field('basic', '是否台湾省籍', boolean, { aliases: ['台湾省籍'] }),
  education: field('basic', '学历', code('education'), {
    required: true,
    aliases: ['文化程度', '学历情况', '最高学历'],
  }),
  degree: field('basic', '学位', code('degree')),
  school: field('basic', '毕业院校', text(100), { aliases: ['毕业学校', '毕业院校及专业'] }),
  major: field('basic', '专业', text(100), { aliases: ['所学专业'] }),
  workStartedOn: field('basic', '参加工作日期', date, { aliases: ['参加工作时间'] }),
  marital: field('basic', '婚姻状况', code('marital')),

  personType: field('party', '人员类别', code('personType'), {
    required: true,
    aliases: ['党员类别', '党员类型', '类别', '类别（正式/预备）'],
  }),
  organizationId: field(
    'party',
    '所在党支部',
    { type: 'branch' },
    {
      required: true,
      aliases: ['组织关系所在党支部', '所在党组织', '所属支部', '支部名称', '所在支部', '所属党支部'],
    },
  ),
  groupId: field('party', '所属党小组', { type: 'group' }, { aliases: ['党小组', '所在党小组'] }),
  jointUnit: field('party', '联合支部所在单位', text(100)),
  joinedOn: field('party', '入党日期', date, {
    required: true,
    aliases: ['入党时间', '加入党组织日期', '加入党组织时间', '入党年月'],
  }),
  joinKind: field('party', '入党类型', code('joinKind')),
  joinBranch: field('party', '入党时所在党支部', text(100), { aliases: ['入党时所在支部'] }),
  introducers: field('party', '入党介绍人', text(50)),
  regularOn: field('party', '转正日期', date, {
    aliases: ['转正时间', '转为正式党员日期', '转为正式党员时间'],
  }),
  regularKind: field('party', '转正情况', code('regularKind')),
  probationExtendedMonths: field(
    'party',
    '延长预备期（月）',
    { type: 'integer', min: 0, max: 12 },
    {
      aliases: ['延长预备期时间'],
    },
  ),
  partyAgeCorrectionMonths: field(
    'party',
    '党龄校正值（月）',
    { type: 'integer', min: 0, max: 1200 },
    {
      aliases: ['党龄校正值'],
    },
  ),
  partyStatus: field('party', '党籍状态', code('partyStatus'), { required: true }),
  partyStatusKind: field('party', '党籍处置类型', code('partyStatusKind')),
  partyStatusOn: field('party', '党籍状态起始日期', date),
  partyStatusDoc: field('party', '党籍处置依据', text(100)),
  archiveUnit: field('party', '党员档案所在单位', text(100)),
  enteredKind: field('party', '进入本支部方式', code('enteredKind'), { aliases: ['进入支部类型'] }),
  enteredOn: field('party', '进入本支部日期', date, { aliases: ['进入支部日期', '进入党支部日期'] }),

  jobPost: field('work', '工作岗位', code('jobPost'), { aliases: ['职业'] }),
  unitDuty: field('work', '工作单位及职务', text(100), { aliases: ['单位职务', '工作单位', '单位及职务'] }),
  techTitle: field('work', '从事专业技术职务', code('techTitle'), { aliases: ['技术职称', '职称'] }),
  newStratum: field('work', '新社会阶层类型', code('newStratum')),
  frontline: field('work', '一线情况', code('frontline')),
  isMigrantWorker: field('work', '是否农民工', boolean, { aliases: ['农民工'] }),
  isSocialWorker: field('work', '是否社区工作者', boolean, { aliases: ['社区工作者'] }),

  mobile: field(
    'contact',
    '手机号码',
    { type: 'mobile' },
    {
      sensitive: true,
      aliases: ['联系电话', '联系方式', '电话', '手机', '手机号', '电话号码'],
    },
  ),
  phone: field('contact', '固定电话', text(30), { sensitive: true, aliases: ['座机'] }),
  hukou: field('contact', '户籍所在地', text(200), { sensitive: true, aliases: ['户口所在地', '户籍'] }),
  address: field('contact', '现居住地', text(200), {
    sensitive: true,
    aliases: ['家庭住址', '居住地址', '家庭地址', '住址', '现住址'],
  }),
  gridNo: field('contact', '所属网格', text(50), { aliases: ['网格'] }),
  manageClass: field('contact', '分类管理类别', code('manageClass'), { aliases: ['管理类别'] }),
  skills: field('contact', '特长', { type: 'codes', table: 'skill' }),
  isHardship: field('contact', '是否困难党员', boolean, { aliases: ['困难党员'] }),
  hardshipKind: field('contact', '困难情况', text(100)),
  cannotAttend: field('contact', '是否年老体弱行动不便', boolean, { aliases: ['行动不便'] }),
  isLost: field('contact', '是否失联党员', boolean, { aliases: ['是否失联', '是否为失联党员', '失联党员'] }),
  lostSince: field('contact', '失去联系日期', date, { aliases: ['失联日期', '失联起始日期'] }),
  isFloating: field('contact', '是否流动党员', boolean, {
    aliases: ['流动党员', '是否流动', '是否为流动党员'],
  }),
  floatingTo: field('contact', '外出流向', text(100), { aliases: ['流动去向'] }),
  abroadSince: field('contact', '出国（境）日期', date, { aliases: ['出国境日期', '出国日期'] }),
  remark: field('contact', '备注', text(500)),
} as const satisfies Readonly<Record<string, FieldSpec>>

export type MemberField = keyof typeof memberFields

export const fieldGroupLabels: Readonly<Record<FieldGroup, string>> = {
  basic: '基本情况',
  party: '党籍与组织关系',
  work: '工作与社会',
  contact: '联系与管理',
}

const keys: readonly string[] = Object.keys(memberFields)

export function isMemberField(key: string): key is MemberField {
  return keys.includes(key)
}

/** All field keys in the order of the form. */
export const memberFieldKeys: readonly MemberField[] = keys.filter(isMemberField)
