import type { Term } from '#shared/contract/terms.ts'
import type { Post } from '#shared/contract/posts.ts'
import type { Vacancy } from '#shared/domain/vacancies.ts'
import { postPositionLabels, postWayLabels } from '#shared/labels/posts.ts'
import { formatDots, type PartialDate } from '#shared/lib/dates.ts'
import type { UndoTarget } from '../../ui/undo.ts'

export const termTarget: UndoTarget = { kinds: ['term', 'post'], recordId: null }

const day = (on: PartialDate | '' | null, none: string) =>
  on === null ? none : on === '' ? '日期未填' : formatDots(on)

/** 2022.03.20—2027.03.20, with the delay where there is one. */
export function termSpan({ fromOn, dueOn, endedOn, extendedTo }: Term): string {
  const end = endedOn ?? dueOn
  const delay = extendedTo === null || endedOn !== null ? '' : `（延期至 ${formatDots(extendedTo)}）`
  return `${day(fromOn, '日期未填')}—${day(end, '届满日未填')}${delay}`
}

export function postSpan({ fromOn, toOn }: Post): string {
  return `${day(fromOn, '日期未填')}—${day(toOn, '今')}`
}

/** What else is known of how somebody came to the post. */
export function postNote({
  howChosen,
  approvedDoc,
  isOnePersonTwoPosts,
  isPartTime,
  unitDuty,
}: Post): string {
  const parts = [
    howChosen === null ? null : postWayLabels[howChosen],
    approvedDoc,
    isOnePersonTwoPosts ? '一肩挑' : null,
    isPartTime ? '兼职，不占职数' : null,
    unitDuty,
  ]
  return parts.filter((part) => part !== null && part !== '').join('，')
}

export function vacancyText({ position, missing, since, days }: Vacancy): string {
  const what = position === null ? `委员缺 ${missing} 名` : `${postPositionLabels[position]}空缺`
  return since === null ? what : `${what}，自 ${formatDots(since)} 起 ${days ?? 0} 天`
}
