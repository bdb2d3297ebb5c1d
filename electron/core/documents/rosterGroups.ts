import type { MemberRecord } from '#shared/contract/members.ts'
import { personTypeFull, personTypeProbationary } from '#shared/domain/memberFacts.ts'
import { type MemberField, memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { partyAge } from '#shared/domain/partyAge.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { fieldText } from '#shared/labels/fieldText.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { OrganizationTree } from '../records/organizationTree.ts'
import type { RosterMember } from './rosterMembers.ts'
import type { RosterGroup, RosterPerson } from './values.ts'

interface Day {
  readonly asOf: DateOnly
  /** Standing branches without anybody too: today's tree says which there are, not that of a day long ago. */
  readonly listsEmpty: boolean
}

/** By branch in tree order; `scopeId` is the roster's own organisation, null for everything. */
export function rosterGroups(
  members: readonly RosterMember[],
  tree: OrganizationTree,
  scopeId: string | null,
  names: ReadonlyMap<string, string>,
  { asOf, listsEmpty }: Day,
): readonly RosterGroup[] {
  const byBranch = Map.groupBy(members, ({ record }) => record.organizationId)
  const inScope = new Set((scopeId === null ? tree.all : tree.subtree(scopeId)).map((row) => row.id))
  return tree.all.flatMap((branch) => {
    const people = byBranch.get(branch.id) ?? []
    const isListed = listsEmpty && branch.type === 'ZB' && !isEnded(branch) && inScope.has(branch.id)
    if (people.length === 0 && !isListed) return []
    const path = tree.path(branch.id).map((row) => row.id)
    const from = scopeId === null ? 1 : path.indexOf(scopeId) + 1
    const between = from === 0 ? [] : path.slice(from, -1)
    return [
      {
        path: between.map((id) => names.get(id) ?? ''),
        organizationName: branch.shortName,
        people: people.map((member) => personOf(member, names, asOf)),
      },
    ]
  })
}

const ofTheStay: readonly MemberField[] = ['name', 'organizationId', 'personType', 'partyStatus']

function personOf(
  { record, isKnown }: RosterMember,
  names: ReadonlyMap<string, string>,
  asOf: DateOnly,
): RosterPerson {
  const age = partyAge(record, asOf)
  const texts: Partial<Record<MemberField, string | null>> = {}
  for (const key of memberFieldKeys)
    texts[key] = isKnown || ofTheStay.includes(key) ? printedText(key, record, names) : '—'
  return {
    name: record.name,
    isFormal:
      record.personType === personTypeFull
        ? true
        : record.personType === personTypeProbationary
          ? false
          : null,
    partyAge: !isKnown ? '—' : age === null ? null : `${age.years}年`,
    texts,
  }
}

/** Dates stay reduced-precision ISO: the document writes them its own way. */
function printedText(
  key: MemberField,
  record: MemberRecord,
  names: ReadonlyMap<string, string>,
): string | null {
  const value = record[key]
  if (memberFields[key].kind.type === 'date') return typeof value === 'string' ? value : null
  const text =
    key === 'gender' && record.gender !== null
      ? (codeName('gender', record.gender) ?? '')
      : fieldText(key, value, (id) => names.get(id) ?? '')
  return text === '' ? null : text
}
