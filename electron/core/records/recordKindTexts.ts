import { columnOf } from '#db/queries/memberRecords.ts'
import type { SqlValue } from '#db/database.ts'
import type { RecordKind } from '#shared/contract/activity.ts'
import { followedFields } from '#shared/contract/members.ts'
import { roleLabels } from '#shared/contract/rights.ts'
import {
  type CodeTableName,
  type MemberField,
  memberFieldKeys,
  memberFields,
} from '#shared/domain/memberFields.ts'
import { fieldText } from '#shared/labels/fieldText.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { enteredByLabels, leftByLabels } from '#shared/labels/memberships.ts'
import { postPositionLabels, postWayLabels } from '#shared/labels/posts.ts'
import { contactWayLabels, mobilityStatusLabels } from '#shared/labels/mobility.ts'
import {
  branchKindLabels,
  organizationEventLabels,
  organizationFieldLabels,
  organizationStatusLabels,
  organizationTypeLabels,
  unitNatureLabels,
} from '#shared/labels/organizations.ts'
import { formatInShanghai, formatPartialDate, isInstant, isPartialDate } from '#shared/lib/dates.ts'
import { developmentTexts } from './developmentTexts.ts'
import { electionTexts } from './electionTexts.ts'
import { lostAndEnterpriseTexts } from './lostTexts.ts'
import { meetingTexts } from './meetingTexts.ts'
import { reviewTexts } from './reviewTexts.ts'
import { mobilityTexts } from './mobilityTexts.ts'
import { transferTexts } from './transferTexts.ts'

export type OrganizationName = (id: string) => string

/** How a column of a record is called and read. */
export interface ColumnText {
  /** Key of the form's field; the column's own name where no form has it. */
  readonly field: string
  readonly label: string
  readonly canPutBack: boolean
  /** A stored value as a screen shows it; empty for none. */
  text(value: SqlValue, organizationName: OrganizationName): string
}

type Text = ColumnText['text']

const plain: Text = (value) => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (isInstant(value)) return formatInShanghai(value)
  return isPartialDate(value) && value.includes('-') ? formatPartialDate(value) : value
}

const yesNo: Text = (value) => (value === null ? '' : value === 1 ? '是' : '否')
const date: Text = (value) =>
  typeof value === 'string' && isPartialDate(value) ? formatPartialDate(value) : plain(value, String)
/** '' is an end nobody has dated. */
const day: Text = (value, name) => (value === '' ? '日期未填' : date(value, name))
const organization: Text = (value, name) => (typeof value === 'string' ? name(value) : '')
const lines: Text = (value) => (typeof value === 'string' ? value.replaceAll('\n', '、') : '')

const coded =
  (labels: Readonly<Record<string, string>>): Text =>
  (value) =>
    typeof value === 'string' ? (labels[value] ?? value) : plain(value, String)

const shown = (field: string, label: string, text: Text = plain): ColumnText => ({
  field,
  label,
  canPutBack: false,
  text,
})

const codeText =
  (table: CodeTableName): Text =>
  (value) =>
    typeof value === 'string' ? (codeName(table, value) ?? value) : ''

const trashed = {
  deleted_at: shown('deletedAt', '删除时间'),
  deleted_reason: shown('deletedReason', '删除原因'),
} as const

function memberText(key: MemberField): Text {
  const { kind } = memberFields[key]
  return (value, name) => {
    if (kind.type === 'boolean') return yesNo(value, name)
    if (kind.type === 'codes') return fieldText(key, value === null ? null : String(value).split(','), name)
    return fieldText(key, value, name)
  }
}

const memberColumns = Object.fromEntries(
  memberFieldKeys.map((key) => [
    columnOf(key),
    {
      field: key,
      label: memberFields[key].label,
      canPutBack: !followedFields.includes(key),
      text: memberText(key),
    },
  ]),
)

const organizationTexts: Readonly<Record<string, Text>> = {
  type: coded(organizationTypeLabels),
  branchKind: coded(branchKindLabels),
  unitNature: coded(unitNatureLabels),
  jointUnits: lines,
  foundedOn: date,
  currentTermFrom: date,
  currentTermTo: date,
  hasApprovalRight: (value) => (value === 1 ? '有' : '无'),
  isWeak: yesNo,
}

const snake = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const organizationColumns = Object.fromEntries(
  Object.entries(organizationFieldLabels).map(([key, label]) => [
    snake(key),
    { field: key, label, canPutBack: true, text: organizationTexts[key] ?? plain },
  ]),
)

const mobilityColumns = mobilityTexts({ shown, coded, codeText, date, yesNo, organization })

const transferColumns = transferTexts({ shown, coded, codeText, date, yesNo, organization })

/** Columns that are not named here (ids, versions, what follows from others) are not shown. */
const columnsOfKind: Readonly<Record<RecordKind, Readonly<Record<string, ColumnText>>>> = {
  member: { ...memberColumns, ...trashed },
  organization: {
    ...organizationColumns,
    parent_id: shown('parentId', '上级党组织', organization),
    status: shown('status', '状态', coded(organizationStatusLabels)),
    ended_on: shown('endedOn', '终止日期', date),
    merged_into_id: shown('mergedIntoId', '并入', organization),
    ...trashed,
  },
  organizationEvent: {
    kind: shown('kind', '变动', coded(organizationEventLabels)),
    happened_on: shown('happenedOn', '日期', date),
    from_text: shown('fromText', '原为'),
    to_text: shown('toText', '现为'),
    doc_no: shown('docNo', '文号'),
    reason: shown('reason', '原因'),
  },
  membership: {
    organization_id: shown('organizationId', '党支部', organization),
    from_on: shown('fromOn', '起', day),
    to_on: shown('toOn', '止', day),
    entered_by: shown('enteredBy', '进入方式', coded(enteredByLabels)),
    left_by: shown('leftBy', '离开方式', coded(leftByLabels)),
    entered_doc: shown('enteredDoc', '进入依据'),
    left_doc: shown('leftDoc', '离开依据'),
    entered_reason: shown('enteredReason', '进入原因'),
    left_reason: shown('leftReason', '离开原因'),
  },
  statusSpell: {
    status: shown('status', '党籍状态', codeText('partyStatus')),
    kind: shown('kind', '处置类型', codeText('partyStatusKind')),
    from_on: shown('fromOn', '起', day),
    to_on: shown('toOn', '止', day),
    doc: shown('doc', '依据'),
    reason: shown('reason', '原因'),
  },
  groupSpell: {
    group_id: shown('groupId', '党小组', organization),
    from_on: shown('fromOn', '起', day),
    to_on: shown('toOn', '止', day),
  },
  mobilityRecord: {
    ...mobilityColumns,
    member_id: shown('memberId', '党员', () => ''),
    status: shown('status', '状态', coded(mobilityStatusLabels)),
    returned_on: shown('endedOn', '结束日期', date),
    ended_reason: shown('endedReason', '结束说明'),
    ...trashed,
  },
  mobilityContact: {
    contacted_on: shown('contactedOn', '联系日期', date),
    way: shown('way', '方式', coded(contactWayLabels)),
    is_reached: shown('isReached', '是否联系上', yesNo),
    contact_person: shown('contactPerson', '联系人'),
    content: shown('content', '内容'),
  },
  ...electionTexts({ shown, coded, date, yesNo }),
  ...developmentTexts({ shown, coded, codeText, date, yesNo, organization, trashed }),
  ...meetingTexts({ shown, coded, date, yesNo, organization, lines, trashed }),
  ...reviewTexts({ shown, coded, date, organization, trashed }),
  transfer: { ...transferColumns, ...trashed },
  ...lostAndEnterpriseTexts({ shown, coded, date, yesNo, organization, trashed }),
  term: {
    term_no: shown('termNo', '第几届'),
    from_on: shown('fromOn', '起', day),
    due_on: shown('dueOn', '届满日', date),
    ended_on: shown('endedOn', '止', date),
    extended_to: shown('extendedTo', '延期至', date),
    extension_doc: shown('extensionDoc', '延期批准文号'),
    extension_approved_on: shown('extensionApprovedOn', '延期批准日期', date),
    extension_reason: shown('extensionReason', '延期原因'),
    remark: shown('remark', '备注'),
    ...trashed,
  },
  post: {
    organization_id: shown('organizationId', '党组织', organization),
    person_name: shown('personName', '姓名'),
    position: shown('position', '职务', coded(postPositionLabels)),
    from_on: shown('fromOn', '起', day),
    to_on: shown('toOn', '止', day),
    how_chosen: shown('howChosen', '产生方式', coded(postWayLabels)),
    approved_doc: shown('approvedDoc', '批复文号'),
    approved_on: shown('approvedOn', '批复日期', date),
    is_part_time: shown('isPartTime', '兼职', yesNo),
    is_one_person_two_posts: shown('isOnePersonTwoPosts', '一肩挑', yesNo),
    unit_duty: shown('unitDuty', '单位及职务'),
    phone: shown('phone', '电话'),
    left_reason: shown('leftReason', '离任原因'),
    remark: shown('remark', '备注'),
    ...trashed,
  },
  bridgeFreeze: {
    on_day: shown('onDay', '截至', date),
    full: shown('full', '正式党员'),
    probationary: shown('probationary', '预备党员'),
    lifted_at: shown('liftedAt', '解除时间'),
    lifted_by: shown('liftedBy', '解除人'),
    lifted_reason: shown('liftedReason', '解除原因'),
  },
  findingOverride: {
    code: shown('code', '提示', (value) => (typeof value === 'string' ? findingTitle(value) : '')),
    reason: shown('reason', '保留的原因'),
  },
  importBatch: { withdrawn_at: shown('withdrawnAt', '撤回时间') },
  importMapping: {},
  documentExport: {},
  account: {
    user: shown('user', '账号'),
    display_name: shown('displayName', '姓名'),
    role: shown('role', '角色', coded(roleLabels)),
    organization_id: shown('organizationId', '管理范围', organization),
    must_change_password: shown('mustChangePassword', '下次登录须改密码', yesNo),
    disabled_at: shown('disabledAt', '停用时间'),
    disabled_reason: shown('disabledReason', '停用原因'),
  },
  setting: { value: shown('value', '内容') },
}

/** Null for a column nobody is shown. */
export function columnText(kind: RecordKind, column: string): ColumnText | null {
  const columns = columnsOfKind[kind]
  return Object.hasOwn(columns, column) ? (columns[column] ?? null) : null
}
