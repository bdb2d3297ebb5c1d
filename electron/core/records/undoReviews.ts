import type { ReadDb, WriteDb } from '#db/database.ts'
import { ballotsUnderScheme, isInBatch } from '#db/queries/reviewBallotsIn.ts'
import { raiseSubjects } from '#db/queries/reviewSubjects.ts'
import { type RawRow, rowsOf, twinsOf } from '#db/queries/undoRows.ts'
import type { RecordKind } from '#shared/contract/activity.ts'
import { chosenSteps, flowTable, isFlowStep, whyStillNeeded } from '#shared/domain/reviews/flow.ts'
import { recordKindLabels } from '#shared/labels/activities.ts'
import type { WriteMoment } from './memberStore.ts'
import { called, problemOf } from './undoLater.ts'
import { isLiving, textIn, type UndoProblem, type UndoStep } from './undoPlan.ts'
import { onlyOneBy } from './undoTwins.ts'

type Problems = (db: ReadDb, steps: readonly UndoStep[], all: readonly UndoStep[]) => readonly UndoProblem[]

interface Hanging {
  readonly kind: RecordKind
  readonly column: string
}

/** What would be left without its record: it is not taken along silently, as ballots could not be brought back. */
const subjectParts = [
  'reviewBatchSubject',
  'reviewRectification',
  'reviewDailyScore',
  'reviewComment',
  'reviewStep',
] as const satisfies readonly RecordKind[]

const underSubject: readonly Hanging[] = subjectParts.map((kind) => ({ kind, column: 'subject_id' }))

const underScheme: readonly Hanging[] = [
  { kind: 'reviewBatch', column: 'scheme_id' },
  { kind: 'reviewSubject', column: 'scheme_id' },
]

function hangingOn(
  db: ReadDb,
  step: UndoStep,
  all: readonly UndoStep[],
  under: readonly Hanging[],
): UndoProblem | null {
  const going = new Set(all.filter(({ deed }) => deed === 'delete').map(({ id }) => id))
  for (const { kind, column } of under) {
    const [first] = twinsOf(db, kind, [column], { [column]: step.id }).filter((id) => !going.has(id))
    if (first === undefined) continue
    const sentence = `${called(step)}之下已有${recordKindLabels[kind]}`
    return problemOf(step, 'inUse', sentence, null, { kind, id: first })
  }
  return null
}

/** Whether what a row points at is there, or comes back with it. */
function isThere(db: ReadDb, kind: RecordKind, id: string | null, all: readonly UndoStep[]): boolean {
  if (id === null) return false
  return rowsOf(db, kind, [id]).has(id) || all.some((step) => step.id === id && step.deed === 'insert')
}

function goneProblem(
  db: ReadDb,
  step: UndoStep,
  all: readonly UndoStep[],
  parents: readonly { readonly kind: RecordKind; readonly column: string }[],
): UndoProblem | null {
  const gone = parents.find(({ kind, column }) => !isThere(db, kind, textIn(step.next, column), all))
  if (gone === undefined) return null
  return problemOf(step, 'placeGone', `${called(step)}所属的${recordKindLabels[gone.kind]}已不存在`)
}

/** Frozen with the first ballots (whyFrozen): afterwards it is changed in the scheme itself, with a reason. */
function frozenProblem(db: ReadDb, step: UndoStep): UndoProblem | null {
  if (step.deed !== 'update' || step.set['body'] === undefined) return null
  const ballots = ballotsUnderScheme(db, step.id)
  if (ballots === 0) return null
  const sentence = `${called(step)}已收回 ${ballots} 张测评票，方案已冻结；确需改回的，请在方案中修改并写明原因`
  return problemOf(step, 'inUse', sentence)
}

export const reviewSchemeProblems: Problems = (db, steps, all) =>
  steps.flatMap((step) => {
    const found =
      step.deed === 'delete'
        ? hangingOn(db, step, all, underScheme)
        : (frozenProblem(db, step) ??
          (step.deed === 'insert'
            ? goneProblem(db, step, all, [{ kind: 'reviewCampaign', column: 'campaign_id' }])
            : null))
    return found ?? []
  })

/** One member accounts once: the person was listed again in the meantime. */
function twiceProblem(db: ReadDb, step: UndoStep, next: RawRow): UndoProblem | null {
  const isNamed = textIn(next, 'member_id') === null
  const columns = isNamed ? ['campaign_id', 'organization_id', 'name'] : ['campaign_id', 'member_id']
  if (step.now !== null && columns.every((column) => step.now?.[column] === next[column])) return null
  const other = twinsOf(db, 'reviewSubject', columns, next).find((id) => id !== step.id)
  if (other === undefined) return null
  const sentence = `${called(step)}后来又列入了述职人名单`
  return problemOf(step, 'nameTaken', sentence, null, { kind: 'reviewSubject', id: other })
}

export const reviewSubjectProblems: Problems = (db, steps, all) =>
  steps.flatMap((step) => {
    const { next } = step
    if (!isLiving(next)) return hangingOn(db, step, all, underSubject) ?? []
    if (step.set['scheme_id'] !== undefined && isInBatch(db, step.id))
      return problemOf(step, 'inUse', `已有测评批次列有${called(step)}，不能改用别的方案`)
    const gone = goneProblem(db, step, all, [
      { kind: 'reviewCampaign', column: 'campaign_id' },
      { kind: 'reviewScheme', column: 'scheme_id' },
    ])
    if (textIn(next, 'grade') === null && textIn(next, 'feedback_on') !== null)
      return problemOf(step, 'inUse', `${called(step)}的通报反馈以定等为据，请先取消反馈，或先恢复等次`)
    return gone ?? twiceProblem(db, step, next) ?? []
  })

/** As when it is taken back by hand: not while a later registered step rests on it. */
function restedOnProblem(db: ReadDb, step: UndoStep, all: readonly UndoStep[]): UndoProblem | null {
  const [subjectId, key] = [textIn(step.now, 'subject_id'), textIn(step.now, 'key')]
  if (step.deed !== 'delete' || subjectId === null || key === null || !isFlowStep(key)) return null
  const subject = rowsOf(db, 'reviewSubject', [subjectId]).get(subjectId) ?? null
  const campaignId = textIn(subject, 'campaign_id') ?? ''
  const leftOut = textIn(rowsOf(db, 'reviewCampaign', [campaignId]).get(campaignId) ?? null, 'left_out_steps')
  const going = new Set(all.filter(({ deed }) => deed === 'delete').map(({ id }) => id))
  const others = twinsOf(db, 'reviewStep', ['subject_id'], { subject_id: subjectId }).filter(
    (id) => !going.has(id),
  )
  const registered = [...rowsOf(db, 'reviewStep', others).values()].flatMap((row) => textIn(row, 'key') ?? [])
  const why = whyStillNeeded(key, new Set(registered), chosenSteps(new Set((leftOut ?? '').split(','))))
  return why === null
    ? null
    : problemOf(step, 'inUse', `${called(step)}的“${flowTable[key].name}”之后还有步骤，${why}`)
}

export const reviewStepProblems: Problems = (db, steps, all) => {
  const found = reviewPartProblems(['subject_id', 'key'])(db, steps, all)
  return found.length > 0 ? found : steps.flatMap((step) => restedOnProblem(db, step, all) ?? [])
}

/** Of steps, comments and daily scores: nobody's any more once the person is off the list, and one each of `columns`. */
export function reviewPartProblems(columns: readonly string[] | null): Problems {
  const twins = columns === null ? null : onlyOneBy(columns)
  return (db, steps, all) => {
    const gone = steps.flatMap((step) =>
      step.deed === 'insert'
        ? (goneProblem(db, step, all, [{ kind: 'reviewSubject', column: 'subject_id' }]) ?? [])
        : [],
    )
    return gone.length > 0 ? gone : (twins?.(db, steps, all) ?? [])
  }
}

/** The version of a 述职人 stands for its parts too: whoever has the page open is to read it again. */
export function afterReviewParts(tx: WriteDb, steps: readonly UndoStep[], { at }: WriteMoment): void {
  const ids = steps.flatMap(({ now, next }) => [now, next].flatMap((row) => textIn(row, 'subject_id') ?? []))
  raiseSubjects(tx, [...new Set(ids)], at)
}
