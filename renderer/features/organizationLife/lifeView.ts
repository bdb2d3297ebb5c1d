import { type TalkRelation, talkRelations } from '#shared/domain/meetings/records.ts'
import { yearOf } from '../../lib/yearParam.ts'
import type { UndoTarget } from '../../ui/undo.ts'

export const pageSize = 50

export const lifeTarget: UndoTarget = { kinds: ['lifeMeeting', 'lifeProblem'], recordId: null }
export const appraisalTarget: UndoTarget = { kinds: ['appraisal', 'appraisalPerson'], recordId: null }
export const talkTarget: UndoTarget = { kinds: ['talk'], recordId: null }

export interface LifeView {
  readonly organizationId: string | null
  readonly year: number
  readonly without: boolean
  readonly page: number
}

export interface TalksView extends LifeView {
  readonly relation: TalkRelation | null
  readonly talkId: string | null
}

export function lifeViewOf(params: URLSearchParams): LifeView {
  const page = Number(params.get('page'))
  return {
    organizationId: params.get('org'),
    year: yearOf(params),
    without: params.get('without') === '1',
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

/** Names typed stay out of the address. */
export function talksViewOf(params: URLSearchParams): TalksView {
  return {
    ...lifeViewOf(params),
    relation: talkRelations.find((relation) => relation === params.get('relation')) ?? null,
    talkId: params.get('talk'),
  }
}

export function pageInput({ organizationId, year, page }: LifeView) {
  return { organizationId, year, offset: (page - 1) * pageSize, limit: pageSize }
}
