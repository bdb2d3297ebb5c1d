import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { type MeetingFields, meetingInput } from '#shared/contract/meetingInputs.ts'
import type { MeetingContent } from '#shared/contract/meetingRows.ts'
import { unfilledItem, unfilledMeeting } from '#shared/contract/unfilledMeeting.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { type MeetingKind, meetingKinds } from '#shared/domain/meetings/kinds.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { organizationTypeLabels } from '#shared/labels/organizations.ts'
import type { TreeItem } from '../../../ui/tree.ts'

export type MeetingValues = z.input<typeof meetingInput>

export type ItemValues = MeetingValues['items'][number]

export type FollowUpValues = MeetingValues['followUps'][number]

export type MeetingForm = UseFormReturn<MeetingValues, unknown, MeetingFields>

/** A record that says nothing but what is known already. */
export function blankMeeting(
  known: Pick<MeetingValues, 'organizationId' | 'groupId' | 'kinds' | 'heldOn'>,
): MeetingValues {
  return { ...unfilledMeeting, title: '', ...known }
}

/** What a draft of a new record is told by, whatever the page was opened with. */
export const emptyMeeting = blankMeeting({ organizationId: '', groupId: null, kinds: [], heldOn: '' })

export function blankItem(section: MeetingKind): ItemValues {
  return { ...unfilledItem, section, title: '' }
}

export const blankFollowUp: FollowUpValues = {
  id: null,
  what: '',
  memberId: null,
  personName: null,
  dueOn: null,
  closedOn: null,
  result: null,
}

/** A record as the form holds it. */
export function valuesOf({ fields, items, followUps }: MeetingContent): MeetingFields {
  return {
    ...fields,
    items: items.map(({ developmentFileName: _name, ...item }) => ({ ...item })),
    followUps: followUps.map((each) => ({ ...each })),
  }
}

function isMeetingField(key: string): key is keyof MeetingValues {
  return Object.hasOwn(meetingInput.shape, key)
}

const meetingFields: readonly (keyof MeetingValues)[] = Object.keys(meetingInput.shape).filter(isMeetingField)

/** What differs from where somebody started; lists are compared as a whole. */
export function changedFields<T extends MeetingValues | MeetingFields>(
  before: MeetingValues,
  after: T,
): Partial<T> {
  const changes: Partial<T> = { ...after }
  for (const field of meetingFields)
    if (JSON.stringify(before[field]) === JSON.stringify(after[field])) delete changes[field]
  return changes
}

/** A draft as it was kept; null when it does not fit the form any more, or holds nothing. */
export function parseDraft(value: unknown): Partial<MeetingValues> | null {
  return isChanges(value) && Object.keys(value).length > 0 ? value : null
}

const lists: ReadonlySet<string> = new Set(['kinds', 'items', 'followUps'])

function isChanges(value: unknown): value is Partial<MeetingValues> {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).every(
    ([key, part]: [string, unknown]) => isMeetingField(key) && (!lists.has(key) || Array.isArray(part)),
  )
}

/** The kinds chosen, in their order. */
export function inOrder(kinds: readonly MeetingKind[]): MeetingKind[] {
  return meetingKinds.filter((kind) => kinds.includes(kind))
}

/** As it is sent: with one kind every item is of it, with several they stand section by section. */
export function asSent(fields: MeetingFields): MeetingFields {
  const kinds = inOrder(fields.kinds)
  const [only, ...others] = kinds
  const items =
    only !== undefined && others.length === 0
      ? fields.items.map((item) => ({ ...item, section: only }))
      : fields.items.toSorted((a, b) => meetingKinds.indexOf(a.section) - meetingKinds.indexOf(b.section))
  return { ...fields, kinds, items }
}

/** Meetings are those of a 党支部, or of a committee itself; a 党小组 has its own field. */
export function branchChoices(nodes: readonly OrganizationNode[]): readonly TreeItem[] {
  return nodes
    .filter(({ type }) => isOrganizationLevel(type))
    .map((node) => ({
      id: node.id,
      parentId: node.parentId,
      label: node.shortName,
      ...(node.type === 'ZB' ? {} : { note: organizationTypeLabels[node.type] }),
    }))
}

/** The 党小组 of a branch. */
export function groupChoices(
  nodes: readonly OrganizationNode[],
  branchId: string,
): readonly { readonly code: string; readonly name: string }[] {
  return nodes
    .filter(({ type, parentId }) => type === 'XZ' && parentId === branchId)
    .map(({ id, shortName }) => ({ code: id, name: shortName }))
}
