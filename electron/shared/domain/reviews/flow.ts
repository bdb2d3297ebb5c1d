import type { CampaignState } from './words.ts'

interface FlowStep {
  readonly name: string
  /** Where the campaign stands while this is the next step. */
  readonly during: CampaignState
  /** Steps without which this one cannot be. */
  readonly after: readonly string[]
  /** May be left out of a campaign. */
  readonly isOptional: boolean
}

const step = (
  name: string,
  during: CampaignState,
  after: readonly string[],
  isOptional = false,
): FlowStep => ({ name, during, after, isOptional })

/** The thirteen steps of domain 5.3, in order. Ratings and the count can never be left out. */
export const flowTable = {
  scheme: step('方案印发', 'preparing', []),
  selfReview: step('自查自评、写述职报告', 'preparing', ['scheme'], true),
  fieldCheck: step('实地、台账考核', 'preparing', ['scheme'], true),
  reportCheck: step('述职报告送审', 'preparing', ['selfReview'], true),
  upMeeting: step('向上级述职会', 'reporting', ['scheme']),
  comments: step('提问、领导逐一点评', 'reporting', ['upMeeting'], true),
  upRating: step('上级测评', 'rating', ['upMeeting']),
  downMeeting: step('向党员述职会', 'reporting', ['scheme']),
  downRating: step('党员（群众）测评', 'rating', ['downMeeting']),
  count: step('计票、综合计分', 'counting', ['upRating', 'downRating', 'fieldCheck']),
  decision: step('党工委会议研究定等', 'grading', ['count']),
  feedback: step('通报反馈', 'announcing', ['decision']),
  rectify: step('整改清单公示、跟踪', 'rectifying', ['feedback']),
} as const satisfies Readonly<Record<string, FlowStep>>

export type FlowStepKey = keyof typeof flowTable

export function isFlowStep(key: string): key is FlowStepKey {
  return Object.hasOwn(flowTable, key)
}

/** In order. */
export const flowSteps: readonly FlowStepKey[] = Object.keys(flowTable).filter(isFlowStep)

/** Steps of a campaign: all but the optional ones left out. */
export function chosenSteps(leftOut: ReadonlySet<string>): readonly FlowStepKey[] {
  return flowSteps.filter((key) => !(flowTable[key].isOptional && leftOut.has(key)))
}

/** What a step rests on in a campaign: a step that is left out passes on what it rested on itself. */
function restsOn(key: FlowStepKey, steps: readonly FlowStepKey[]): readonly FlowStepKey[] {
  return flowTable[key].after
    .filter(isFlowStep)
    .flatMap((before) => (steps.includes(before) ? [before] : restsOn(before, steps)))
}

/** Why a step cannot be registered yet; the order of the two directions is free. */
export function whyNotYet(
  key: FlowStepKey,
  done: ReadonlySet<string>,
  steps: readonly FlowStepKey[],
): string | null {
  const lacking = restsOn(key, steps).filter((before) => !done.has(before))
  if (lacking.length === 0) return null
  return `请先完成：${lacking.map((before) => flowTable[before].name).join('、')}`
}

/** Why a registered step cannot be taken back: `registered` are the steps that have a day of their own. */
export function whyStillNeeded(
  key: FlowStepKey,
  registered: ReadonlySet<string>,
  steps: readonly FlowStepKey[],
): string | null {
  const later = steps.filter((one) => registered.has(one) && restsOn(one, steps).includes(key))
  if (later.length === 0) return null
  return `请先取消：${later.map((one) => flowTable[one].name).join('、')}`
}

/** Of one person: the first step not done. */
export function nextStep(done: ReadonlySet<string>, steps: readonly FlowStepKey[]): FlowStepKey | null {
  return steps.find((key) => !done.has(key) && whyNotYet(key, done, steps) === null) ?? null
}

/** The campaign is where the last of its people is; archived when all is done. */
export function campaignState(
  people: readonly ReadonlySet<string>[],
  steps: readonly FlowStepKey[],
): CampaignState {
  const places = people.map((done) => {
    const next = nextStep(done, steps)
    return next === null ? steps.length : steps.indexOf(next)
  })
  const place = places.reduce((first, one) => Math.min(first, one), people.length === 0 ? 0 : steps.length)
  const key = steps[place]
  return key === undefined ? 'archived' : flowTable[key].during
}
