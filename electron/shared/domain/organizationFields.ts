/** One column an organisations workbook may have. */
interface OrganizationFieldSpec {
  readonly label: string
  /** Header texts of real workbooks that mean this field, spaces removed; the label counts too. */
  readonly aliases: readonly string[]
  readonly isSensitive: boolean
}

function field(label: string, ...aliases: readonly string[]): OrganizationFieldSpec {
  return { label, aliases, isSensitive: false }
}

/** What a workbook may say about an organisation; `type` and `parentCode` are read into 类别 and 上级. */
export const organizationFields = {
  code: field('党组织代码', '组织代码', '代码', '党组织编码', '编码'),
  fullName: field('党组织全称', '党组织名称', '组织名称', '名称', '全称'),
  shortName: field('党组织简称', '简称'),
  type: field('党组织类别', '类别', '组织类别', '党组织类型', '类型'),
  parentCode: field('上级党组织代码', '上级代码', '上级组织代码', '隶属党组织代码', '上级党组织编码'),
  foundedOn: field('成立日期', '成立时间', '建立日期', '批准成立日期'),
  foundedDoc: field('批准文号', '成立批准文号'),
  approvedBy: field('批准成立的上级党组织', '批准机关'),
  unitName: field('所在单位', '单位名称', '所在单位名称'),
  unitNature: field('单位性质', '所在单位性质', '单位类别'),
  termYears: field('届期（年）', '届期', '任期', '任期年数', '任期（年）'),
  currentTermFrom: field(
    '最近一次换届日期',
    '换届日期',
    '本届起始日期',
    '最近换届日期',
    '换届时间',
    '最近一次换届时间',
  ),
  currentTermTo: field('届满日期', '任期届满日期', '本届届满日期', '届满时间'),
  secretaryName: field('书记姓名', '书记', '党组织书记'),
  contactName: field('联系人', '党务联系人'),
  contactPhone: field('联系电话', '联系方式', '电话', '联系人电话'),
  address: field('通讯地址', '地址', '办公地址'),
  postcode: field('邮政编码', '邮编'),
  committeeSeats: field('委员职数', '委员会应配职数', '委员人数'),
} as const satisfies Readonly<Record<string, OrganizationFieldSpec>>

export type OrganizationImportField = keyof typeof organizationFields

const keys: readonly string[] = Object.keys(organizationFields)

export function isOrganizationImportField(key: string): key is OrganizationImportField {
  return keys.includes(key)
}

export const organizationFieldKeys: readonly OrganizationImportField[] =
  keys.filter(isOrganizationImportField)
