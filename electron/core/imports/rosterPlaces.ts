import type { StoredMember } from '#db/queries/memberRecords.ts'
import type { ImportFinding, ImportMode } from '#shared/contract/imports.ts'
import type { MemberField } from '#shared/domain/memberFields.ts'
import { stripSpaces } from '#shared/lib/text.ts'
import type { BranchBook } from './branches.ts'
import { type ReadPerson, placeIn } from './readPerson.ts'
import type { FieldValue } from './readValue.ts'
import { finding, quote } from './rowFindings.ts'

interface PlaceContext {
  readonly mode: ImportMode
  readonly branches: BranchBook
}

/** Values with branch and group as ids, and what was found in resolving them. */
export interface Resolved {
  readonly values: ReadonlyMap<MemberField, FieldValue>
  readonly findings: readonly ImportFinding[]
  readonly isBlocked: boolean
}

function resolveBranch(person: ReadPerson, current: StoredMember | null, context: PlaceContext): Resolved {
  const values = new Map(person.values)
  const findings: ImportFinding[] = []
  const say = (severity: 'block' | 'yellow', message: string) =>
    findings.push(finding(placeIn(person, 'organizationId'), 'BRANCH_UNKNOWN', severity, message))
  // A branch is never blank: filling blanks leaves it alone, whatever the file calls it.
  if (current !== null && context.mode === 'fillBlanks') values.delete('organizationId')
  const name = values.get('organizationId')
  if (typeof name !== 'string') {
    if (current === null) say('block', '没有写所在党支部，不能导入；请补填后重新导入')
    return { values, findings, isBlocked: current === null }
  }
  const answer = context.branches.answer(stripSpaces(name))
  if (answer.is === 'blocked') {
    say('block', answer.message)
    return { values, findings, isBlocked: true }
  }
  if (answer.is !== 'known') say('yellow', answer.message)
  values.set('organizationId', answer.is === 'created' ? answer.placeholder : answer.id)
  return { values, findings, isBlocked: false }
}

function resolveGroup(
  person: ReadPerson,
  current: StoredMember | null,
  resolved: Resolved,
  context: PlaceContext,
): Resolved {
  const values = new Map(resolved.values)
  const name = values.get('groupId')
  const branchId = values.get('organizationId') ?? current?.organizationId
  if (typeof name !== 'string' || typeof branchId !== 'string') return resolved
  const groupId = context.branches.findGroup(branchId, name)
  if (groupId !== null) return { ...resolved, values: values.set('groupId', groupId) }
  values.delete('groupId')
  const message = `${quote(context.branches.nameOf(branchId))}没有党小组${quote(name)}；这一项不导入，请先在党组织中建立党小组`
  const found = finding(placeIn(person, 'groupId'), 'VALUE_UNKNOWN', 'yellow', message)
  return { ...resolved, values, findings: [...resolved.findings, found] }
}

/** Names of branch and group to ids; the branch may be one that is still to be made. */
export function resolvePlaces(
  person: ReadPerson,
  current: StoredMember | null,
  context: PlaceContext,
): Resolved {
  const resolved = resolveBranch(person, current, context)
  return resolved.isBlocked ? resolved : resolveGroup(person, current, resolved, context)
}
