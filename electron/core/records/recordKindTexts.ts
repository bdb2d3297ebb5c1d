import { columnOf } from '#db/queries/memberRecords.ts'
import type { SqlValue } from '#db/database.ts'
import type { RecordKind } from '#shared/contract/activity.ts'
import { roleLabels } from '#shared/contract/rights.ts'
import { type MemberField, memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import { fieldText } from '#shared/labels/fieldText.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import {
  branchKindLabels,
  organizationEventLabels,
  organizationFieldLabels,
  organizationStatusLabels,
  organizationTypeLabels,
  unitNatureLabels,
} from '#shared/labels/organizations.ts'
import { formatInShanghai, formatPartialDate, isInstant, isPartialDate } from '#shared/lib/dates.ts'

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
    { field: key, label: memberFields[key].label, canPutBack: true, text: memberText(key) },
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
