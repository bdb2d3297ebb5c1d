import type { Database, ReadDb } from '#db/database.ts'
import { insertExport } from '#db/queries/exports.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument, exportRosterInput } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import { roleHasRight } from '#shared/contract/rights.ts'
import { standardRosterColumns } from '#shared/domain/rosterColumns.ts'
import { rosterStatistics, type StatisticRow } from '#shared/domain/rosterStatistics.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { formatShares } from '#shared/domain/counting.ts'
import { formatInShanghai } from '#shared/lib/dates.ts'
import type { z } from 'zod'
import type { Ports } from '../ports.ts'
import { type OrganizationTree, readOrganizationTree } from '../records/organizationTree.ts'
import type { Job } from '../system/jobs.ts'
import { documentFileName } from './fileName.ts'
import { buildMemberRoster } from './memberRoster.ts'
import { memberRosterXlsx } from './memberRosterXlsx.ts'
import { renderDocument } from './render.ts'
import { rosterGroups } from './rosterGroups.ts'
import { membersAsOf, presentMembers, type RosterMember } from './rosterMembers.ts'
import { pastDayRule, standardCountingRules } from './rosterNotes.ts'
import type { MemberRosterValues, StatTable } from './values.ts'

type Input = z.output<typeof exportRosterInput>

interface Scope {
  readonly id: string | null
  readonly fullName: string
  readonly shortName: string
}

/** Gathers, computes, renders; the file waits on the shelf for the shell to save it. */
export async function exportRoster(
  db: Database,
  input: Input,
  account: SignedInAccount,
  ports: Ports,
  job: Job,
): Promise<ExportedDocument> {
  if (input.unmasked && !roleHasRight(account.role, 'member.reveal'))
    throw new AppError('FORBIDDEN', 'role lacks member.reveal', {
      messageZh: '您的角色不能导出完整的身份证号、电话和住址，请导出隐去后的名册，或请党务干事导出',
    })
  if (input.unmasked && input.purpose === null)
    throw new AppError('VALIDATION_FAILED', 'purpose missing', {
      fields: { purpose: '导出完整身份证号和电话，请写明用途' },
    })
  job.report({ label: '读取名册', done: 0, total: null })
  const values = gatherRoster(db.read, input, account, ports)
  await job.breathe()
  const rows = values.groups.reduce((sum, group) => sum + group.people.length, 0)
  job.report({ label: '生成文件', done: 0, total: rows })
  const { bytes, missing } = await renderRoster(values, input.format)
  await job.breathe()
  const name = documentFileName({
    year: values.asOf.slice(0, 4),
    unit: values.shortName,
    kind: '名册',
    title: '党员花名册',
    personName: null,
    extension: input.format,
  })
  const entry = {
    id: ports.ids.next(),
    document: `党员花名册.${input.format}`,
    organizationName: values.organizationName,
    rows,
    isUnmasked: input.unmasked,
    purpose: input.purpose,
    accountId: account.id,
    createdAt: ports.clock.now(),
  }
  // Logged before the file can be had: a list that left without a trace is the one that is asked for later.
  db.write((tx) => insertExport(tx, entry))
  const handle = ports.files.put({ name, bytes })
  return { file: { handle, name }, rows, missing: missing.map(({ label, where }) => ({ label, where })) }
}

async function renderRoster(values: MemberRosterValues, format: Input['format']) {
  if (format === 'xlsx') return memberRosterXlsx(values)
  const { document, missing } = buildMemberRoster(values)
  return { bytes: await renderDocument(document), missing }
}

function scopeOf(tree: OrganizationTree, organizationId: string | null): Scope {
  if (organizationId !== null) {
    const row = tree.get(organizationId)
    if (!row) throw new AppError('NOT_FOUND', 'no such organization', { messageZh: '找不到这个党组织' })
    return row
  }
  const root = tree.children(null)[0]
  if (!root)
    throw new AppError('NOT_FOUND', 'no organizations', {
      messageZh: '还没有党组织，请先建立或导入党组织，再导出名册',
    })
  return { ...root, id: null }
}

interface GatheredRoster extends MemberRosterValues {
  /** 单位简称, for the file's name. */
  readonly shortName: string
}

function gatherRoster(db: ReadDb, input: Input, account: SignedInAccount, ports: Ports): GatheredRoster {
  const today = ports.clock.today()
  const asOf = input.asOf ?? today
  if (asOf > today)
    throw new AppError('VALIDATION_FAILED', 'in the future', {
      fields: { asOf: '截至日期不能晚于今天，请重新选择' },
    })
  const tree = readOrganizationTree(db)
  const scope = scopeOf(tree, input.organizationId)
  const ids = (scope.id === null ? tree.all : tree.subtree(scope.id)).map((row) => row.id)
  const members = asOf === today ? presentMembers(db, ids) : membersAsOf(db, ids, asOf)
  const facts = members.filter(({ isKnown }) => isKnown).map(({ id, record }) => ({ ...record, id }))
  const root = tree.children(null)[0]
  const statistics = rosterStatistics(facts, asOf, defaultRuleSettings)
  return {
    organizationName: scope.fullName,
    shortName: scope.shortName,
    asOf,
    compiledBy: root?.fullName ?? null,
    compiledOn: today,
    groups: rosterGroups(members, tree, scope.id, organizationNames(db), {
      asOf,
      listsEmpty: asOf === today,
    }),
    columns: ['sequence', ...(input.columns ?? standardRosterColumns[input.format])],
    privacy: input.unmasked ? 'full' : 'masked',
    countingRules: asOf === today ? standardCountingRules : [...standardCountingRules, pastDayRule(asOf)],
    remarks: [...uncertainRemarks(members, new Set(statistics.uncertainIds)), ...elsewhereRemarks(members)],
    statistics: statisticTables(statistics.total, statistics),
    trace: { account: `${account.displayName}（${account.user}）`, at: formatInShanghai(ports.clock.now()) },
  }
}

function uncertainRemarks(
  members: readonly RosterMember[],
  uncertain: ReadonlySet<string>,
): readonly string[] {
  const names = members.filter((member) => uncertain.has(member.id)).map(({ record }) => record.name)
  if (names.length === 0) return []
  const shown = names.slice(0, 30).join('、')
  const more = names.length > 30 ? `等 ${names.length} 人` : ''
  return [`下列人员的日期只有年或月，按首日起算时恰在年龄或党龄分档的边界，请核对：${shown}${more}。`]
}

/** Of who is out of reach by now nothing but the name and the stay is known: neither counted by age nor listed as gaps. */
function elsewhereRemarks(members: readonly RosterMember[]): readonly string[] {
  const names = members.filter(({ isKnown }) => !isKnown).map(({ record }) => record.name)
  if (names.length === 0) return []
  return [
    `下列人员截至日在册，现已不在本组织管理范围，只列姓名和人员类别，不计入性别、年龄等统计：${names.join('、')}。`,
  ]
}

function statisticTables(
  total: number,
  statistics: ReturnType<typeof rosterStatistics>,
): readonly StatTable[] {
  const table = (title: string, head: string, rows: readonly StatisticRow[]): StatTable => {
    const shares = formatShares(rows.map((row) => row.count))
    return {
      title,
      columns: [head, '人数', '占比'],
      rows: rows.map((row, i) => ({ label: row.label, values: [row.count, shares[i] ?? '—'] })),
      total: { label: '合计', values: [total, total === 0 ? '—' : '100.0%'] },
    }
  }
  const kinds = [
    { label: '正式党员', count: statistics.full },
    { label: '预备党员', count: statistics.probationary },
  ]
  return [
    table('人员类别', '类别', kinds),
    table('性别', '性别', statistics.gender),
    table('年龄', '年龄', statistics.age),
    table('学历', '学历', statistics.education),
    table('党龄', '党龄', statistics.partyAge),
    table('民族', '民族', statistics.ethnicity),
  ]
}
