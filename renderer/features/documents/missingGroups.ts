import type { MissingFact } from '#shared/contract/documents.ts'
import { type MemberField, memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'

export interface MissingGroup {
  readonly label: string
  readonly where: readonly string[]
  /** The field of the record; null where it is a fact of the cover. */
  readonly field: MemberField | null
}

function fieldOf(label: string): MemberField | null {
  return memberFieldKeys.find((key) => memberFields[key].label === label) ?? null
}

/** The commonest gap first. */
export function groupMissing(missing: readonly MissingFact[]): readonly MissingGroup[] {
  return [...Map.groupBy(missing, (fact) => fact.label)]
    .map(([label, facts]) => ({ label, where: facts.map((fact) => fact.where), field: fieldOf(label) }))
    .toSorted((a, b) => b.where.length - a.where.length)
}

/** The roster cut down to those without this field. */
export function missingListLink(field: MemberField, organizationId: string | null): string {
  const params = new URLSearchParams(organizationId === null ? {} : { org: organizationId })
  params.append('f', `empty.${field}.1`)
  return `/members?${params.toString()}`
}
