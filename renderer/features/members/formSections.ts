import { fieldGroupLabels, memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import type { FieldGroup, MemberField } from '#shared/domain/memberFields.ts'

export interface FormSection {
  readonly id: string
  readonly title: string
  readonly fields: readonly MemberField[]
}

// A number typed second fills in sex and birth date; what most people leave empty comes last.
const lead: readonly MemberField[] = ['name', 'idNo', 'gender', 'birthDate', 'ethnicity', 'nativePlace']
const tail: readonly MemberField[] = ['isTaiwanNative', 'nameReading', 'formerName', 'idNoReason']

function rank(field: MemberField): number {
  if (lead.includes(field)) return lead.indexOf(field) - lead.length
  return tail.includes(field) ? tail.indexOf(field) + 1 : 0
}

function fieldsOf(group: FieldGroup): readonly MemberField[] {
  return memberFieldKeys
    .filter((field) => memberFields[field].group === group)
    .toSorted((a, b) => rank(a) - rank(b))
}

export function sectionId(group: FieldGroup): string {
  return `section-${group}`
}

export const formSections: readonly FormSection[] = (['basic', 'party', 'work', 'contact'] as const).map(
  (group) => ({
    id: sectionId(group),
    title: fieldGroupLabels[group],
    fields: fieldsOf(group),
  }),
)

/** Below the form: where the person was and what happened to it. */
export const timelineSectionId = 'section-timeline'

/** Below that: results of 民主评议, where there are any. */
export const appraisalsSectionId = 'section-appraisals'

/** Below that: what was done to the record. */
export const historySectionId = 'section-history'

function focusField(field: string): Element | null {
  const row = document.querySelector(`[data-field="${field}"]`)
  row?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
  return row
}

/** Brings a field into view and puts the cursor into it. */
export function goToField(field: string): void {
  focusField(field)?.scrollIntoView({ block: 'center' })
}

/** Once the screen has been drawn again: for a field that has just become an input. */
export function focusFieldSoon(field: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => focusField(field)))
}

export function goToSection(id: string): void {
  const section = document.getElementById(id)
  section?.scrollIntoView({ block: 'start' })
  section?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
}
