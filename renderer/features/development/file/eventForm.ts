import { z } from 'zod'
import {
  type DevelopmentEventInput,
  developmentEventInput,
  voteInput,
} from '#shared/contract/developmentInputs.ts'
import { dateOnlySchema, partialDateSchema } from '#shared/contract/dates.ts'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import { takeAction } from '#shared/domain/development/actions.ts'
import type { Refusals } from '#shared/domain/development/course.ts'
import {
  type CourseAction,
  endReasons,
  returnStates,
  setbacks,
  setbackStates,
} from '#shared/domain/development/courseActions.ts'
import { datesOfSteps, extensionsOf } from '#shared/domain/development/courseRecord.ts'
import { type DevelopmentEventKind, developmentEventKinds } from '#shared/domain/development/records.ts'
import { defaultDevelopmentSettings } from '#shared/domain/development/settings.ts'
import { isFinalState } from '#shared/domain/development/states.ts'
import { transferRule } from '#shared/domain/development/transfers.ts'
import { isDateOnly, isPartialDate, lastDay } from '#shared/lib/dates.ts'
import { actingBody, type BodyNode } from './bodies.ts'
import { emptyVote } from './voteWords.ts'

/** Everything an event may ask for; each kind sends its own. */
const eventSchema = z.object({
  on: z.string('请填写日期').min(1, '请填写日期').pipe(dateOnlySchema),
  setback: z.enum(setbacks),
  to: z.enum(['activist', 'target']),
  endReason: z.enum(endReasons),
  months: z.int('应为整数').min(1, '请填写月数').max(24, '最多 24 个月'),
  organizationId: z.string(),
  isContinuous: z.boolean(),
  vote: voteInput,
  bodyId: z.string().nullable(),
  approvedOn: partialDateSchema.nullable(),
  docNo: z.string().max(50, '最多 50 个字').nullable(),
  words: z.string().max(500, '最多 500 个字').nullable(),
  overrideReason: z.string().max(200, '最多 200 个字').nullable(),
})

/** What a kind cannot do without is said at its field. */
export function eventSchemaOf(kind: DevelopmentEventKind): typeof eventSchema {
  return eventSchema.superRefine((values, context) => {
    const lacks = (path: keyof EventValues, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (kind === 'transfer' && values.organizationId === '') lacks('organizationId', '请选择党支部')
    if (kind !== 'extend' && kind !== 'disqualify') return
    if (values.bodyId === null) lacks('bodyId', '请选择批准机关')
    if (values.approvedOn === null) lacks('approvedOn', '请填写批准日期')
  })
}

export type EventDraft = z.input<typeof eventSchema>

export type EventValues = z.output<typeof eventSchema>

type Known = Pick<DevelopmentDetail, 'state' | 'steps' | 'events' | 'memberId' | 'deletedAt'>

/** What can happen to a file besides its next step. */
export function possibleEvents({ state, memberId, deletedAt }: Known): readonly DevelopmentEventKind[] {
  if (deletedAt !== null) return []
  const isProbation = state === 'probationer' || state === 'extended'
  const can: Readonly<Record<DevelopmentEventKind, boolean>> = {
    return: memberId === null && setbacks.some((setback) => setbackStates[setback].includes(state)),
    extend: isProbation,
    disqualify: isProbation,
    revoke: state === 'activist',
    reapply: state === 'revoked',
    transfer: transferRule(state) !== null,
    end: !isFinalState(state),
  }
  return developmentEventKinds.filter((kind) => can[kind])
}

/** An event with nothing known of it: when it was decided stands in a paper, and today is seldom the day. */
export function eventDraft(
  detail: Pick<DevelopmentDetail, 'state' | 'voters'>,
  kind: DevelopmentEventKind,
  bodyId: string | null,
): EventDraft {
  const setback = setbacks.find((each) => setbackStates[each].includes(detail.state)) ?? 'decision'
  const isDecided = kind === 'extend' || kind === 'disqualify'
  return {
    on: '',
    setback,
    to: returnStates(setback)[0] ?? 'activist',
    endReason: 'withdrawn',
    months: 6,
    organizationId: '',
    isContinuous: true,
    vote: emptyVote(detail.voters.should),
    bodyId: isDecided ? bodyId : null,
    approvedOn: null,
    docNo: null,
    words: null,
    overrideReason: null,
  }
}

/** The event as the core takes it; null where it is not whole yet. */
export function eventInput(
  { id, version }: Pick<DevelopmentDetail, 'id' | 'version'>,
  kind: DevelopmentEventKind,
  values: EventValues,
): DevelopmentEventInput | null {
  const { bodyId, approvedOn, docNo, words, overrideReason, on, vote } = values
  const own: Readonly<Record<DevelopmentEventKind, object>> = {
    return: { cause: values.setback, to: values.to },
    extend: { months: values.months, vote },
    disqualify: { vote },
    revoke: {},
    reapply: {},
    end: { cause: values.endReason },
    transfer: { organizationId: values.organizationId, isContinuous: values.isContinuous },
  }
  const parsed = developmentEventInput.safeParse({
    kind,
    id,
    version,
    on,
    bodyId,
    approvedOn,
    docNo,
    words,
    overrideReason,
    ...own[kind],
  })
  return parsed.success ? parsed.data : null
}

function actionOf(
  kind: DevelopmentEventKind,
  draft: EventDraft,
  bodies: readonly BodyNode[],
): CourseAction | null {
  const { on, approvedOn } = draft
  if (!isDateOnly(on)) return null
  switch (kind) {
    case 'return':
      return { kind, setback: draft.setback, to: draft.to, on }
    case 'end':
      return { kind, reason: draft.endReason, on }
    case 'revoke':
    case 'reapply':
      return { kind, on }
    case 'extend':
    case 'disqualify': {
      const node = bodies.find(({ id }) => id === draft.bodyId)
      if (node === undefined || approvedOn === null || !isPartialDate(approvedOn)) return null
      const decided = { on, ballot: draft.vote, body: actingBody(node), approvedOn: lastDay(approvedOn) }
      return kind === 'extend' ? { kind, months: draft.months, ...decided } : { kind, ...decided }
    }
    case 'transfer':
      return null
  }
}

/** Why it cannot be done so, by the rules, while somebody types; the core has the last word. */
export function liveRefusals(
  detail: Known,
  kind: DevelopmentEventKind,
  draft: EventDraft,
  bodies: readonly BodyNode[],
): Refusals {
  const action = actionOf(kind, draft, bodies)
  if (action === null) return []
  const course = {
    state: detail.state,
    dates: datesOfSteps(detail.steps.filter(({ supersededBy }) => supersededBy === null)),
    extensions: extensionsOf(detail.events.filter(({ supersededBy }) => supersededBy === null)),
  }
  return takeAction(course, action, defaultDevelopmentSettings).refusals
}
