import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { stepInput } from '#shared/contract/reviewInputs.ts'
import type { BoardRow } from '#shared/contract/reviewRows.ts'
import { flowSteps, type FlowStepKey } from '#shared/domain/reviews/flow.ts'

export type StepDraft = z.input<typeof stepInput>

export type StepFields = z.output<typeof stepInput>

export type StepForm = UseFormReturn<StepDraft, unknown, StepFields>

const cellOf = (row: BoardRow, step: FlowStepKey) => row.steps.find(({ key }) => key === step)

/** Steps these people have that do not follow from records. */
export function stepsByHand(rows: readonly BoardRow[]): readonly FlowStepKey[] {
  return flowSteps.filter((step) => rows.some((row) => cellOf(row, step)?.isDerived === false))
}

/** Who cannot have it yet. */
export function blockedBy(rows: readonly BoardRow[], step: FlowStepKey): readonly BoardRow[] {
  return rows.filter((row) => (cellOf(row, step)?.whyNot ?? null) !== null)
}

/** 李四、王五：请先完成：方案印发, a line for each reason. */
export function blockedWords(rows: readonly BoardRow[], step: FlowStepKey): readonly string[] {
  const byReason = Map.groupBy(blockedBy(rows, step), (row) => cellOf(row, step)?.whyNot ?? '')
  return [...byReason].map(([whyNot, people]) => `${namesText(people)}：${whyNot}`)
}

/** The first of them by name, and how many there are. */
export function namesText(rows: readonly BoardRow[]): string {
  const names = rows.slice(0, 8).map(({ name }) => name)
  return rows.length > 8 ? `${names.join('、')}等 ${rows.length} 人` : names.join('、')
}

/** Who has it registered already. */
export function doneBefore(rows: readonly BoardRow[], step: FlowStepKey): readonly BoardRow[] {
  return rows.filter((row) => {
    const cell = cellOf(row, step)
    // Words on a step taken by hand: the scheme does without it.
    return cell !== undefined && cell.isDone && !cell.isDerived && cell.words === null
  })
}

/** The step most of them have next among those registered by hand; the first of the flow where none has. */
export function likelyStep(rows: readonly BoardRow[]): FlowStepKey {
  const byHand = stepsByHand(rows)
  const count = (step: FlowStepKey) => rows.filter(({ next }) => next === step).length
  return byHand.toSorted((a, b) => count(b) - count(a))[0] ?? 'scheme'
}
