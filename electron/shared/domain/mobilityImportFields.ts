import { memberFields } from './memberFields.ts'

/** One column a workbook of 流动党员 may have. */
interface MobilityImportFieldSpec {
  readonly label: string
  /** Header texts of real workbooks that mean this field, spaces removed; the label counts too. */
  readonly aliases: readonly string[]
  readonly isSensitive: boolean
}

function field(label: string, ...aliases: readonly string[]): MobilityImportFieldSpec {
  return { label, aliases, isSensitive: false }
}

/** What a workbook may say about somebody away; the last contact stands in columns of its own. */
export const mobilityImportFields = {
  name: field('姓名', ...memberFields.name.aliases, '流动党员姓名'),
  idNo: { label: '公民身份号码', aliases: memberFields.idNo.aliases, isSensitive: true },
  gender: field('性别'),
  personType: field('人员类别', ...memberFields.personType.aliases),
  organizationId: field('所在党支部', ...memberFields.organizationId.aliases, '负责联系的党组织'),
  direction: field('流动方向', '方向', '流出/流入', '流出流入', '流入流出'),
  kind: field('流动类型', '流动类别', '流动范围', '流动去向类型'),
  destination: field(
    '流向地',
    '流向',
    '流动去向',
    '外出流向',
    '去向',
    '外出地点',
    '外出地',
    '流动地点',
    '外出地址',
  ),
  reason: field('外出原因', '流动原因', '外出事由', '流入原因'),
  outOn: field(
    '外出时间',
    '外出日期',
    '流出时间',
    '流出日期',
    '流动时间',
    '外出年月',
    '流入时间',
    '流入日期',
  ),
  expectedBack: field('预计返回时间', '预计返回日期', '预计返回'),
  returnedOn: field('返回时间', '返回日期', '实际返回', '实际返回时间'),
  certNo: field('活动证号', '流动党员活动证号', '流动党员活动证', '活动证编号', '证号'),
  certIssuedOn: field('活动证发放日期', '发证日期', '发证时间'),
  certExpiresOn: field('活动证到期日期', '活动证有效期', '有效期至', '到期日期'),
  unit: field('现工作单位', '工作单位', '外出单位', '现单位', '务工单位', '现工作单位及职务'),
  phone: {
    label: '联系电话',
    aliases: ['本人电话', '手机', '手机号', '手机号码', '电话'],
    isSensitive: true,
  },
  destOrg: field('流入地党组织', '流入地党支部', '流入党组织'),
  destContact: field('流入地联系人', '流入地联系电话', '流入地党组织联系人', '流入地党组织电话'),
  origOrg: field('流出地党组织', '流出地党支部', '原党组织', '组织关系所在党支部', '组织关系所在地'),
  origContact: field(
    '流出地联系人',
    '流出地联系电话',
    '流出地党组织联系人',
    '流出地党组织电话',
    '原党组织联系人',
  ),
  reportedOn: field('报到时间', '报到日期'),
  contactedOn: field('最近联系时间', '最近联系日期', '联系时间', '联系日期', '最近一次联系时间'),
  way: field('联系方式', '联系途径'),
  contactPerson: field('联系人', '支部联系人', '负责联系人'),
  content: field('联系内容', '联系情况', '了解情况'),
  annualReportOn: field('年度汇报时间', '年度汇报日期', '汇报时间', '最近一次年度汇报'),
  evalResult: field('民主评议结果', '评议结果'),
  remark: field('备注'),
} as const satisfies Readonly<Record<string, MobilityImportFieldSpec>>

export type MobilityImportField = keyof typeof mobilityImportFields

export function isMobilityImportField(key: string): key is MobilityImportField {
  return Object.hasOwn(mobilityImportFields, key)
}

export const mobilityImportFieldKeys: readonly MobilityImportField[] =
  Object.keys(mobilityImportFields).filter(isMobilityImportField)
