import type { RouteInput } from '#shared/contract/routes.ts'
import { type CourseState, courseStates } from '#shared/domain/development/states.ts'
import type { Stage } from '#shared/domain/development/steps.ts'
import { addDays, type DateOnly, lastDay, partialDate } from '#shared/lib/dates.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { openStates } from '../../../lib/developmentWords.ts'
import type { UndoTarget } from '../../../ui/undo.ts'

export const closedStates = courseStates.filter((state) => !openStates.includes(state))

/** The columns of the board: which states stand in each of the five stages. */
export const stageStates: Readonly<Record<Stage, readonly CourseState[]>> = {
  application: ['applicant'],
  activist: ['activist'],
  target: ['target'],
  admission: ['cleared', 'awaitingApproval'],
  probation: ['probationer', 'extended'],
}

export const dueFilters = ['month', 'overdue'] as const

export type DueFilter = (typeof dueFilters)[number]

export const listSorts = ['due', 'name', 'organization', 'step'] as const

type ListSort = (typeof listSorts)[number]

export interface ListView {
  readonly shape: 'board' | 'table'
  /** `open`: all that is not done; `closed`: full members and those that ended; or a stage of two states. */
  readonly state: CourseState | 'open' | 'closed' | 'all' | 'admission' | 'probation'
  readonly organizationId: string | null
  /** A rule's code, or `any`. */
  readonly finding: string | null
  readonly due: DueFilter | null
  /** Approved as probationers in this year. */
  readonly approvedIn: number | null
  readonly sort: ListSort
  readonly page: number
}

export const pageSize = 50

export const developmentTarget: UndoTarget = { kinds: ['developmentFile'], recordId: null }

const stateChoices = ['open', 'closed', 'all', 'admission', 'probation', ...courseStates] as const

function yearOf(text: string | null): number | null {
  const year = Number(text)
  return Number.isInteger(year) && year >= 1949 && year <= 2199 ? year : null
}

/** Names typed stay out of the address. Whatever narrows the list shows it as a table unless the board is asked for. */
export function viewFromParams(params: URLSearchParams): ListView {
  const page = Number(params.get('page'))
  return {
    shape: params.get('view') === 'board' ? 'board' : 'table',
    state: stateChoices.find((state) => state === params.get('state')) ?? 'open',
    organizationId: params.get('org'),
    finding: params.get('finding'),
    due: dueFilters.find((due) => due === params.get('due')) ?? null,
    approvedIn: yearOf(params.get('approvedIn')),
    sort: listSorts.find((sort) => sort === params.get('sort')) ?? 'due',
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

export function addressOf(view: Partial<ListView>): string {
  const { shape = 'table', state = 'open', organizationId = null, finding = null, due = null } = view
  const { approvedIn = null, sort = 'due', page = 1 } = view
  const params = new URLSearchParams({
    ...(shape === 'table' ? {} : { view: shape }),
    ...(state === 'open' ? {} : { state }),
    ...(organizationId === null ? {} : { org: organizationId }),
    ...(finding === null ? {} : { finding }),
    ...(due === null ? {} : { due }),
    ...(approvedIn === null ? {} : { approvedIn: String(approvedIn) }),
    ...(sort === 'due' ? {} : { sort }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return params === '' ? '/development' : `/development?${params}`
}

/** Whether anything but the stage is asked for. */
export function isNarrowed({ organizationId, finding, due, approvedIn }: ListView, text: string): boolean {
  return [organizationId, finding, due, approvedIn].some((each) => each !== null) || text.trim() !== ''
}

/** The states behind a choice; none stands for all. */
export function statesOf(state: ListView['state']): readonly CourseState[] {
  if (state === 'all') return []
  if (state === 'open') return openStates
  if (state === 'admission' || state === 'probation') return stageStates[state]
  return state === 'closed' ? closedStates : [state]
}

/** The choice of states that a column of the board stands for. */
export function stateOfStage(stage: Stage): ListView['state'] {
  switch (stage) {
    case 'application':
      return 'applicant'
    case 'activist':
    case 'target':
    case 'admission':
    case 'probation':
      return stage
    default:
      return assertNever(stage)
  }
}

/** The last day of this month for 本月到期, yesterday for 逾期. */
function dueInput(due: DueFilter | null, today: DateOnly) {
  if (due === null) return { dueBy: null }
  if (due === 'month') return { dueBy: lastDay(partialDate(today.slice(0, 7))) }
  return { dueBy: addDays(today, -1), onlyDue: true }
}

export function listInput(view: ListView, text: string, today: DateOnly): RouteInput<'development.list'> {
  const words = text.trim()
  return {
    organizationId: view.organizationId,
    text: words === '' ? null : words,
    states: [...statesOf(view.state)],
    finding: view.finding,
    ...dueInput(view.due, today),
    ...(view.approvedIn === null ? {} : { approvedIn: view.approvedIn }),
    sort: view.sort,
    offset: (view.page - 1) * pageSize,
    limit: pageSize,
  }
}
