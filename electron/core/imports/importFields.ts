import type { ImportKind } from '#shared/contract/imports.ts'
import { milestones } from '#shared/domain/development/milestones.ts'
import {
  developmentImportFieldKeys,
  developmentImportFields,
} from '#shared/domain/developmentImportFields.ts'
import { meetingImportFieldKeys, meetingImportFields } from '#shared/domain/meetingImportFields.ts'
import { memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import {
  type MobilityImportField,
  mobilityImportFieldKeys,
  mobilityImportFields,
} from '#shared/domain/mobilityImportFields.ts'
import { organizationFieldKeys, organizationFields } from '#shared/domain/organizationFields.ts'
import { squeeze } from '#shared/lib/text.ts'

/** What a column may mean, as far as finding and mapping columns needs to know. */
export interface ImportField {
  readonly key: string
  readonly label: string
  readonly aliases: readonly string[]
  readonly isSensitive: boolean
}

/** How the tables of a kind are recognised. */
export interface TableKind {
  readonly fields: readonly ImportField[]
  /** A row with one of these filled is a person (or an organisation). */
  readonly identity: readonly string[]
  /** The one that no total or footnote row ever has. */
  readonly strongIdentity: string
  /** Says where a row belongs, not who it is; often filled down over empty lines. */
  readonly context: readonly string[]
  /** Headers that are understood but hold nothing to take over. */
  readonly computed: ReadonlySet<string>
  /** Said of a sheet without the columns the kind needs. */
  readonly noTableZh: string
  /** People: beside a sheet with ID numbers, one without them is a list about it, not more of them. */
  readonly isOfPeople: boolean
  /** Why a sheet that looks like one is none, in Chinese; null when it is one. `titles`: its name, the file's, and what stands above. */
  whyNot?(columns: readonly HeadedColumn[], titles: readonly string[]): string | null
}

interface HeadedColumn {
  readonly header: string
  readonly field: string | null
}

const developmentZh =
  '这张表有申请入党、积极分子或发展对象的日期，没有“人员类别”一列，是发展党员台账，不是花名册；申请人、积极分子和发展对象不是党员，不读。要导入发展党员台账，请在“导入”中选“发展党员台账”'

/** Applicants and activists stand in ledgers that look like rosters but say nowhere who is a member. */
function isDevelopmentLedger(columns: readonly HeadedColumn[]): boolean {
  const steps = columns.filter(({ header }) => /申请入党|入党申请书|积极分子|发展对象/.test(squeeze(header)))
  return steps.length >= 2 && !columns.some(({ field }) => field === 'personType' || field === 'regularOn')
}

const rosterKind: TableKind = {
  fields: memberFieldKeys.map((key) => {
    const { label, aliases, sensitive } = memberFields[key]
    return { key, label, aliases, isSensitive: sensitive }
  }),
  identity: ['name', 'idNo'],
  strongIdentity: 'idNo',
  context: ['organizationId', 'groupId'],
  computed: new Set(['党龄', '年龄', '信息完整度', '信息完整度(%)']),
  noTableZh: '没有认出“姓名”和“身份证号”的表头；如确是花名册，请在表里补上这两个列名后重新选择文件',
  isOfPeople: true,
  whyNot: (columns) => (isDevelopmentLedger(columns) ? developmentZh : null),
}

const organizationsKind: TableKind = {
  fields: organizationFieldKeys.map((key) => ({ key, ...organizationFields[key] })),
  identity: ['code', 'fullName', 'shortName'],
  strongIdentity: 'code',
  context: ['parentCode', 'type'],
  computed: new Set(['党员人数', '党员数', '正式党员', '预备党员', '正式党员数', '预备党员数']),
  noTableZh:
    '没有认出“党组织代码”和“党组织全称”的表头；如确是党组织名单，请在表里补上这两个列名后重新选择文件',
  isOfPeople: false,
}

const moves: ReadonlySet<string | null> = new Set<MobilityImportField>([
  'direction',
  'kind',
  'destination',
  'reason',
  'outOn',
  'returnedOn',
  'destOrg',
  'destContact',
  'origOrg',
  'origContact',
  'reportedOn',
])

/** A roster is of everybody: taken for a ledger of people away, it would send all of them away. */
function whyNoMobility(columns: readonly HeadedColumn[], titles: readonly string[]): string | null {
  if (columns.some(({ header }) => /^是否(?:属于|为|是)?流动/.test(squeeze(header))))
    return '这张表有“是否流动党员”一列，是花名册，不读；请按“党员花名册”导入，写“是”的人会自动有外出记录'
  const isSaid = titles.some((title) => /流动|流出|流入|外出/.test(title))
  if (isSaid || columns.some(({ field }) => moves.has(field))) return null
  return '这张表没有外出时间、流向地、外出原因等列，标题也没有写流动党员，看不出谁在外，不读；花名册请按“党员花名册”导入'
}

const mobilityKind: TableKind = {
  fields: mobilityImportFieldKeys.map((key) => ({ key, ...mobilityImportFields[key] })),
  identity: ['name', 'idNo'],
  strongIdentity: 'idNo',
  context: ['organizationId', 'direction'],
  computed: new Set(['下次联系时间', '外出时长', '年龄']),
  noTableZh: '没有认出“姓名”和“身份证号”的表头；如确是流动党员台账，请在表里补上这两个列名后重新选择文件',
  isOfPeople: true,
  whyNot: whyNoMobility,
}

// The day of joining stands in rosters too.
const stepFields: ReadonlySet<string | null> = new Set<string>(
  [...milestones, 'publicity', 'training'].filter((field) => field !== 'meetingOn'),
)

/** A roster is of members: taken for a ledger of 发展党员, it would open a file for each of them. */
function whyNoDevelopment(columns: readonly HeadedColumn[]): string | null {
  const steps = columns.filter(({ field }) => stepFields.has(field)).length
  const isRoster = columns.some(({ header }) =>
    /人员类别|党员类别|党籍状态|转正日期|党龄/.test(squeeze(header)),
  )
  if (steps >= (isRoster ? 3 : 1)) return null
  return '这张表没有申请入党、确定积极分子等步骤的日期，不是发展党员台账，不读；花名册请按“党员花名册”导入'
}

const developmentKind: TableKind = {
  fields: developmentImportFieldKeys.map((key) => ({ key, ...developmentImportFields[key] })),
  identity: ['name', 'idNo'],
  strongIdentity: 'idNo',
  context: ['organizationId'],
  computed: new Set(['年龄', '当前阶段', '阶段', '预备期满日期', '预备期满时间']),
  noTableZh: '没有认出“姓名”和“身份证号”的表头；如确是发展党员台账，请在表里补上这两个列名后重新选择文件',
  isOfPeople: true,
  whyNot: whyNoDevelopment,
}

const meetingsKind: TableKind = {
  fields: meetingImportFieldKeys.map((key) => ({ key, ...meetingImportFields[key] })),
  identity: ['kinds', 'heldOn'],
  strongIdentity: 'heldOn',
  context: ['organizationId', 'groupId'],
  computed: new Set(['到会率', '出勤率', '缺席人数']),
  noTableZh: '没有认出“会议类型”和“召开时间”的表头；如确是三会一课台账，请在表里补上这两个列名后重新选择文件',
  isOfPeople: false,
  whyNot: (columns) =>
    columns.some(({ field }) => field === 'kinds') && columns.some(({ field }) => field === 'heldOn')
      ? null
      : '这张表没有“会议类型”和“召开时间”两列，不是三会一课台账，不读',
}

export const tableKinds: Readonly<Record<ImportKind, TableKind>> = {
  roster: rosterKind,
  organizations: organizationsKind,
  mobility: mobilityKind,
  development: developmentKind,
  meetings: meetingsKind,
}

/** Numbers the lines and nothing else. */
export const sequenceHeaders: ReadonlySet<string> = new Set([
  '序号',
  '编号',
  '序',
  '行号',
  'NO',
  'NO.',
  'No',
  'No.',
])

export type HeaderReader = (header: string) => string | null

/** Header text -> field key: spaces, width, stars and a note in brackets do not matter. */
export function headerReader(kind: TableKind): HeaderReader {
  const known = new Map<string, string>()
  for (const { key, label, aliases } of kind.fields) {
    for (const name of [label, ...aliases]) if (!known.has(squeeze(name))) known.set(squeeze(name), key)
  }
  return (header) => {
    const text = squeeze(header)
    return known.get(text) ?? known.get(squeeze(text.replace(/\([^)]*\)/g, ''))) ?? null
  }
}
