import type { StoredOrganization } from '#db/queries/organizations.ts'
import type { ImportRow } from '#shared/contract/imports.ts'
import { organizationFields } from '#shared/domain/organizationFields.ts'
import { branchKindLabels, organizationTypeLabels, unitNatureLabels } from '#shared/labels/organizations.ts'
import { formatPartialDate, isPartialDate, sameAtCommonPrecision } from '#shared/lib/dates.ts'
import { maskNumbers } from '#shared/lib/idNumber.ts'
import { type Parent, type Placed, type Plan, standing } from './organizationParents.ts'
import type { OrganizationRecord } from './readOrganization.ts'

export interface OrganizationChange {
  readonly changes: ImportRow['changes']
  readonly fields: Partial<OrganizationRecord>
  /** Undefined when it stays where it is. */
  readonly parent: Parent | undefined
}

const comparedFields = [
  'code',
  'fullName',
  'shortName',
  'type',
  'branchKind',
  'foundedOn',
  'foundedDoc',
  'approvedBy',
  'unitName',
  'unitNature',
  'termYears',
  'currentTermFrom',
  'currentTermTo',
  'secretaryName',
  'contactName',
  'contactPhone',
  'address',
  'postcode',
  'committeeSeats',
] as const satisfies readonly (keyof OrganizationRecord & keyof StoredOrganization)[]

type ComparedField = (typeof comparedFields)[number]

function differs(before: string | number | null, after: string | number | null): boolean {
  if (after === null || before === after) return false
  if (
    typeof before !== 'string' ||
    typeof after !== 'string' ||
    !isPartialDate(before) ||
    !isPartialDate(after)
  )
    return true
  return after.length > before.length || !sameAtCommonPrecision(before, after)
}

function labelOf(field: ComparedField): string {
  return field === 'branchKind' ? '党支部类型' : organizationFields[field].label
}

function shown(field: ComparedField, value: string | number | null): string {
  if (value === null) return ''
  const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    type: organizationTypeLabels,
    branchKind: branchKindLabels,
    unitNature: unitNatureLabels,
  }
  const label = labels[field]?.[value]
  if (label !== undefined) return label
  return typeof value === 'string' && isPartialDate(value) && value.length > 4
    ? formatPartialDate(value)
    : maskNumbers(String(value))
}

/** Null when the file says nothing new. */
export function compareOrganization(
  { current, record, read }: Placed & { readonly current: StoredOrganization },
  parent: Parent,
  plan: Plan,
): OrganizationChange | null {
  const { mode, tree } = plan
  const isDerivedName = !read.columns.has('shortName')
  const keys = comparedFields.filter((field) => {
    if (field === 'shortName' && isDerivedName) return false
    return differs(current[field], record[field]) && (mode !== 'fillBlanks' || current[field] === null)
  })
  const parentId = parent === null ? null : 'id' in parent ? parent.id : undefined
  const moves = parentId !== current.parentId && (mode !== 'fillBlanks' || current.parentId === null)
  if (keys.length === 0 && !moves) return null
  const changes: ImportRow['changes'][number][] = keys.map((field) => {
    return {
      field,
      label: labelOf(field),
      old: shown(field, current[field]),
      new: shown(field, record[field]),
    }
  })
  if (moves) {
    const old = nameOf(standing(tree, current.id), plan)
    changes.push({ field: 'parentCode', label: '上级党组织', old, new: nameOf(parent, plan) })
  }
  const fields: Partial<OrganizationRecord> = Object.fromEntries(keys.map((field) => [field, record[field]]))
  return { changes, fields, parent: moves ? parent : undefined }
}

function nameOf(parent: Parent, { tree, inFile }: Plan): string {
  if (parent === null) return ''
  if ('code' in parent) return inFile.get(parent.code)?.record.shortName ?? parent.code
  return tree.get(parent.id)?.shortName ?? ''
}
