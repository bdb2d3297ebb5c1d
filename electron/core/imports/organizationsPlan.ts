import type { StoredOrganization } from '#db/queries/organizations.ts'
import type { ImportFinding, ImportMode } from '#shared/contract/imports.ts'
import type { OrganizationImportField } from '#shared/domain/organizationFields.ts'
import { isEnded, mayStandUnder } from '#shared/domain/organizationKinds.ts'
import { organizationTypeLabels } from '#shared/labels/organizations.ts'
import type { OrganizationTree } from '../records/organizationTree.ts'
import { type OrganizationChange, compareOrganization } from './organizationChanges.ts'
import { organizationKey } from './organizationNames.ts'
import {
  type Parent,
  type Placed,
  type Plan,
  findParent,
  isInCycle,
  movesBelowItself,
  parentTypeOf,
} from './organizationParents.ts'
import { type Beyond, refuseBeyond } from './organizationScope.ts'
import type { PlannedRow } from './plannedRow.ts'
import type { OrganizationRecord, ReadOrganization } from './readOrganization.ts'
import { finding, quote } from './rowFindings.ts'

export type OrganizationWrite =
  | { readonly is: 'new'; readonly record: OrganizationRecord; readonly parent: Parent }
  | ({ readonly is: 'changed'; readonly current: StoredOrganization } & Pick<
      OrganizationChange,
      'fields' | 'parent'
    >)
  | { readonly is: 'nothing' }

export interface PlannedOrganization extends PlannedRow {
  readonly write: OrganizationWrite
}

export interface OrganizationsContext {
  readonly mode: ImportMode
  readonly tree: OrganizationTree
  readonly beyond: Beyond | null
}

type Verdict = Omit<PlannedOrganization, 'sheet' | 'row' | 'name'>

function at(read: ReadOrganization, field: OrganizationImportField) {
  return { sheet: read.sheet, row: read.row, column: read.columns.get(field) ?? null, field }
}

function refused(
  outcome: 'blocked' | 'duplicate',
  found: ImportFinding | null,
  matchId: string | null = null,
): Verdict {
  return { outcome, matchId, changes: [], findings: found === null ? [] : [found], write: { is: 'nothing' } }
}

/** Another organisation with the same short name: the two could not be told apart in any list. */
function nameTwin({ record }: Placed, { tree, inFile }: Plan): string | null {
  if (record.type === 'XZ' || record.type === 'ZXH') return null
  const living = tree.all.find(
    (row) => !isEnded(row) && row.type !== 'XZ' && row.shortName === record.shortName,
  )
  if (living !== undefined) return `党组织中已有${quote(living.shortName)}（代码 ${living.code ?? '未填'}）`
  const earlier = [...inFile.values()].find((placed) => placed.record.shortName === record.shortName)
  const isLater = earlier !== undefined && earlier.record.code !== record.code && earlier.record.type !== 'XZ'
  return isLater
    ? `表中第 ${earlier.read.row} 行也叫${quote(record.shortName)}（代码 ${earlier.record.code}）`
    : null
}

function judge(placed: Placed, plan: Plan): Verdict {
  const { read, record, current } = placed
  const block = (field: OrganizationImportField, code: string, message: string) =>
    refused('blocked', finding(at(read, field), code, 'block', message), current?.id ?? null)
  const refusal = refuseBeyond(placed, plan.beyond)
  if (refusal !== null) return block(refusal.field, 'OUT_OF_SCOPE', refusal.message)
  if (isInCycle(record.code, plan))
    return block(
      'parentCode',
      'PARENT_CYCLE',
      `上级党组织绕了一圈又回到自己（代码 ${record.code}），请改正上级代码`,
    )
  const parent = findParent(placed, plan)
  if (typeof parent === 'string') return block('parentCode', 'PARENT_UNKNOWN', parent)
  const parentType = parentTypeOf(parent, plan)
  const isOwnRoot = current !== null && current.id === plan.beyond?.rootId
  if (!isOwnRoot && (parent !== null || current === null)) {
    if (!mayStandUnder(record.type, parentType)) {
      const under = parentType === null ? '最上级' : `${organizationTypeLabels[parentType]}之下`
      return block(
        'parentCode',
        'PARENT_KIND',
        `${organizationTypeLabels[record.type]}不能设在${under}，请核对类别和上级代码`,
      )
    }
  }
  if (current !== null) {
    if (plan.mode === 'addOnly') {
      const message = `花名册里已有${quote(current.shortName)}，“只新增”方式下不改动`
      return refused(
        'duplicate',
        finding(at(read, 'code'), 'DUPLICATE_IN_ROSTER', 'yellow', message),
        current.id,
      )
    }
    if (movesBelowItself(current, parent, plan))
      return block('parentCode', 'PARENT_CYCLE', '不能移到自己或自己的下级之下，请改正上级代码')
    const change = compareOrganization({ ...placed, current }, parent, plan)
    if (change === null) return { ...refused('blocked', null, current.id), outcome: 'unchanged' }
    const { changes, ...rest } = change
    return {
      outcome: 'changed',
      matchId: current.id,
      changes,
      findings: [],
      write: { is: 'changed', current, ...rest },
    }
  }
  const twin = nameTwin(placed, plan)
  if (twin !== null) {
    const message = `${twin}，名称相同、代码不同，未导入。请核对代码或写明简称`
    return refused('duplicate', finding(at(read, 'fullName'), 'SAME_NAME', 'red', message))
  }
  return { outcome: 'new', matchId: null, changes: [], findings: [], write: { is: 'new', record, parent } }
}

/** By code; else the one of that name that has no code yet, such as a branch a roster import has made. */
function findCurrent(record: OrganizationRecord, tree: OrganizationTree): StoredOrganization | null {
  const byCode = tree.all.find((row) => row.code === record.code)
  if (byCode !== undefined) return byCode
  const key = organizationKey(record.shortName)
  const named = tree.all.filter(
    (row) =>
      row.code === null &&
      !isEnded(row) &&
      row.type === record.type &&
      organizationKey(row.shortName) === key,
  )
  return named.length === 1 ? (named[0] ?? null) : null
}

/** A blocked parent leaves its children without one: said for each until nothing changes. */
function blockOrphans(
  planned: readonly PlannedOrganization[],
  reads: readonly ReadOrganization[],
): readonly PlannedOrganization[] {
  const coming = new Set(planned.flatMap(({ write }) => (write.is === 'new' ? [write.record.code] : [])))
  let isSettled = true
  const next = planned.map((row, index) => {
    const { write } = row
    const parent = write.is === 'nothing' ? undefined : write.parent
    const read = reads[index]
    if (
      read === undefined ||
      parent === undefined ||
      parent === null ||
      'id' in parent ||
      coming.has(parent.code)
    )
      return row
    isSettled = false
    const message = `上级党组织（代码 ${parent.code}）未能导入，下级也不能导入；请先改正上级那一行`
    const found = finding(at(read, 'parentCode'), 'PARENT_UNKNOWN', 'block', message)
    return { ...row, ...refused('blocked', found, row.matchId), findings: [...row.findings, found] }
  })
  return isSettled ? planned : blockOrphans(next, reads)
}

export function planOrganizations(
  reads: readonly ReadOrganization[],
  context: OrganizationsContext,
): readonly PlannedOrganization[] {
  const inFile = new Map<string, Placed>()
  const firstRow = new Map<string, ReadOrganization>()
  for (const read of reads) {
    if (read.code === null || firstRow.has(read.code)) continue
    firstRow.set(read.code, read)
    if (read.record !== null)
      inFile.set(read.code, { read, record: read.record, current: findCurrent(read.record, context.tree) })
  }
  const plan: Plan = { ...context, inFile }
  const planned = reads.map((read): PlannedOrganization => {
    const first = read.code === null ? undefined : firstRow.get(read.code)
    const placed = read.code === null ? undefined : inFile.get(read.code)
    const verdict =
      first !== undefined && first !== read
        ? refused('duplicate', duplicateInFile(read, first))
        : placed === undefined
          ? refused('blocked', null)
          : judge(placed, plan)
    const { sheet, row, name } = read
    return { sheet, row, name, ...verdict, findings: [...read.findings, ...verdict.findings] }
  })
  return blockOrphans(planned, reads)
}

function duplicateInFile(read: ReadOrganization, first: ReadOrganization): ImportFinding {
  const place = first.sheet === read.sheet ? `第 ${first.row} 行` : `工作表“${first.sheet}”第 ${first.row} 行`
  return finding(
    at(read, 'code'),
    'DUPLICATE_IN_FILE',
    'red',
    `与${place}的党组织代码相同（${read.code ?? ''}），这一行不导入，请删去或改正`,
  )
}
