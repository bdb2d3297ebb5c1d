import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { type AppraisalFields, appraisalInput } from '#shared/contract/organizationLife.ts'
import { issueTextZh } from '#shared/contract/issueText.ts'
import { gradeLabels } from '#shared/labels/meetings.ts'

/** The sheet above the list of people. */
export const sheetInput = appraisalInput.omit({ people: true })

export type SheetDraft = z.input<typeof sheetInput>

export type SheetFields = z.output<typeof sheetInput>

export type SheetForm = UseFormReturn<SheetDraft, unknown, SheetFields>

/** One person as the table has them. `key` stays the same while the row is edited. */
export type AppraisedDraft = z.input<typeof appraisalInput>['people'][number] & { readonly key: string }

export type AppraisedChange = Partial<Omit<AppraisedDraft, 'key' | 'id'>>

export function blankSheet(organizationId: string, year: number): SheetDraft {
  return {
    organizationId,
    year,
    heldOn: null,
    meetingId: null,
    ballotsIssued: null,
    ballotsReturned: null,
    ballotsValid: null,
    tellers: null,
    decidedOn: null,
    demands: null,
    remark: null,
  }
}

export function sheetOf({ people: _people, ...sheet }: AppraisalFields): SheetDraft {
  return sheet
}

export function draftsOf(people: AppraisalFields['people']): readonly AppraisedDraft[] {
  return people.map((person, n) => ({
    ...person,
    key: person.id ?? `new ${n} ${person.memberId ?? person.name}`,
  }))
}

export function sentPeople(people: readonly AppraisedDraft[]): z.input<typeof appraisalInput>['people'] {
  return people.map(({ key: _key, ...person }) => person)
}

export function samePeople(a: readonly AppraisedDraft[], b: readonly AppraisedDraft[]): boolean {
  return JSON.stringify(sentPeople(a)) === JSON.stringify(sentPeople(b))
}

/** Those of the roster who are not in the table yet. */
export function notListed(
  people: readonly AppraisedDraft[],
  proposed: readonly AppraisedDraft[],
): readonly AppraisedDraft[] {
  const ids = new Set(people.map(({ memberId }) => memberId))
  const names = new Set(people.filter(({ memberId }) => memberId === null).map(({ name }) => name))
  return proposed.filter(({ memberId, name }) => !ids.has(memberId) && !names.has(name))
}

/** The first thing wrong with the table, by whose row it is; null where all of it can be sent. */
export function tableProblem(people: readonly AppraisedDraft[]): string | null {
  const read = appraisalInput.shape.people.safeParse(sentPeople(people), { error: issueTextZh })
  if (read.success) return null
  const [issue] = read.error.issues
  const row = people[Number(issue?.path[0])]
  const who = row === undefined || row.name === '' ? '名单里有一行' : row.name
  return `${who}：${issue?.message ?? ''}`
}

/** 优秀 2、合格 5 of those in the table. */
export function gradeWords(people: readonly Pick<AppraisedDraft, 'grade'>[]): string {
  const counts = Map.groupBy(people, ({ grade }) => grade)
  const words = Object.entries(gradeLabels).flatMap(([grade, label]) => {
    const count = [...counts].find(([each]) => each === grade)?.[1].length ?? 0
    return count === 0 ? [] : [`${label} ${count} 人`]
  })
  return words.length === 0 ? '还没有定等次' : words.join('，')
}
