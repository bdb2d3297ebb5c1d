import type { ReadDb, WriteDb } from '#db/database.ts'
import { recordOf } from '#db/queries/memberRecords.ts'
import { getMembers } from '#db/queries/members.ts'
import { addSearchKeys, removeSearchKeys, replaceFindings } from '#db/queries/memberWrites.ts'
import { isInScope } from '#db/queries/scope.ts'
import { renewFullFrom } from '#db/queries/memberSpells.ts'
import { allOrganizationRows, holdersOf, type RawRow } from '#db/queries/undoRows.ts'
import { memberFindings } from '#shared/domain/memberRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { claimOutflows, leaveLostGroup, type WriteMoment, registeredElsewhere } from './memberStore.ts'
import { nameKeys } from './nameKeys.ts'
import { renewSpells } from './spellsAfterUndo.ts'
import { problemOf } from './undoLater.ts'
import { isEndedRow, isLiving, overlay, textIn, type UndoProblem, type UndoStep } from './undoPlan.ts'

const isRestored = ({ now, next }: UndoStep) => !isLiving(now) && isLiving(next)
const changes = ({ set }: UndoStep, column: string) => Object.hasOwn(set, column)

/** One number belongs to one person, and people belong into living branches. */
export function memberProblems(
  db: ReadDb,
  steps: readonly UndoStep[],
  all: readonly UndoStep[],
): readonly UndoProblem[] {
  const living = steps.filter((step) => isLiving(step.next))
  return [...numberProblems(db, living, all), ...placeProblems(db, living, all)]
}

function numberProblems(
  db: ReadDb,
  steps: readonly UndoStep[],
  all: readonly UndoStep[],
): readonly UndoProblem[] {
  const claiming = new Map(
    steps
      .filter((step) => isRestored(step) || changes(step, 'id_no'))
      .map((step) => [textIn(step.next, 'id_no') ?? '', step]),
  )
  if (claiming.size === 0) return []
  const after = overlay(all)
  return holdersOf(db, [...claiming.keys()]).flatMap(({ id, name, idNo, organizationId }) => {
    const step = claiming.get(idNo)
    const next = after('member', { id, id_no: idNo })
    if (!step || step.id === id || !isLiving(next) || textIn(next, 'id_no') !== idNo) return []
    if (!isInScope(db, organizationId))
      return [problemOf(step, 'idNoTaken', `“${step.name}”：${registeredElsewhere}`)]
    const sentence = `“${step.name}”的身份证号现在由花名册里的“${name}”使用`
    return [problemOf(step, 'idNoTaken', sentence, null, { kind: 'member', id })]
  })
}

function placeProblems(
  db: ReadDb,
  steps: readonly UndoStep[],
  all: readonly UndoStep[],
): readonly UndoProblem[] {
  const placed = steps.filter(
    (step) => isRestored(step) || changes(step, 'organization_id') || changes(step, 'group_id'),
  )
  if (placed.length === 0) return []
  const after = overlay(all)
  const places = new Map(allOrganizationRows(db).map((row) => [String(row.id), after('organization', row)]))
  const isGone = (place: RawRow | null) => !isLiving(place) || isEndedRow(place)
  return placed.flatMap((step) => {
    const branchId = textIn(step.next, 'organization_id') ?? ''
    const groupId = textIn(step.next, 'group_id')
    const branch = places.get(branchId) ?? null
    if (isGone(branch) || textIn(branch, 'type') !== 'ZB')
      return [placeGone(step, '党支部', branchId, branch)]
    const group = groupId === null ? null : (places.get(groupId) ?? null)
    const isGroupLost = groupId !== null && (isGone(group) || textIn(group, 'parent_id') !== branchId)
    // Out of the trash a person comes back without the group, as from the trash itself.
    if (!isGroupLost || isRestored(step)) return []
    return [placeGone(step, '党小组', groupId, group)]
  })
}

function placeGone(step: UndoStep, what: string, id: string, place: RawRow | null): UndoProblem {
  const sentence = `“${step.name}”原来的${what}“${textIn(place, 'short_name') ?? ''}”已撤销、合并、删除或改变，放不回去`
  return problemOf(step, 'placeGone', sentence, null, { kind: 'organization', id })
}

const named = (row: RawRow) => ({
  name: textIn(row, 'name') ?? '',
  nameReading: textIn(row, 'name_reading'),
  formerName: textIn(row, 'former_name'),
})

const nameColumns = ['name', 'name_reading', 'former_name']

export function memberDerived({ next, set }: UndoStep): RawRow {
  if (next === null || !nameColumns.some((column) => Object.hasOwn(set, column))) return {}
  return { name_key: nameKeys(named(next)).sortKey }
}

/** Search keys, findings and 正式党员 from when follow from the record. */
export function afterMembers(tx: WriteDb, steps: readonly UndoStep[], moment: WriteMoment): void {
  const { today } = moment
  const restored = steps.filter(isRestored).map(({ id }) => id)
  for (const member of getMembers(tx, restored)) leaveLostGroup(tx, member, moment)
  const numbered = steps.filter((step) => isLiving(step.next) && (isRestored(step) || changes(step, 'id_no')))
  for (const { id } of numbered) claimOutflows(tx, id, moment)
  renewFullFrom(
    tx,
    steps.filter((step) => changes(step, 'person_type') || changes(step, 'regular_on')).map(({ id }) => id),
  )
  for (const step of steps) renewSearchKeys(tx, step)
  const living = steps.filter(({ next }) => isLiving(next)).map(({ id }) => id)
  for (const member of getMembers(tx, living)) {
    const findings = memberFindings(recordOf(member), { today, settings: defaultRuleSettings })
    replaceFindings(tx, member.id, findings, false)
    renewSpells(tx, member, moment)
  }
}

function renewSearchKeys(tx: WriteDb, { now, next, set }: UndoStep): void {
  if (now === null || next === null || !nameColumns.some((column) => Object.hasOwn(set, column))) return
  const seq = Number(now.seq)
  const before = nameKeys(named(now)).searchKeys
  const after = nameKeys(named(next)).searchKeys
  removeSearchKeys(
    tx,
    seq,
    before.filter((key) => !after.includes(key)),
  )
  addSearchKeys(
    tx,
    seq,
    after.filter((key) => !before.includes(key)),
  )
}

/** A stay that comes back says what the record says now about 正式党员. */
export function afterMemberships(tx: WriteDb, steps: readonly UndoStep[]): void {
  renewFullFrom(
    tx,
    steps.filter(({ deed }) => deed === 'insert').flatMap(({ next }) => textIn(next, 'member_id') ?? []),
  )
}
