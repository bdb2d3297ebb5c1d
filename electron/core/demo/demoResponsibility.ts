import type { WriteDb } from '#db/database.ts'
import { listPosts } from '#db/queries/posts.ts'
import { insertCheck, insertGoal, insertResponsibility } from '#db/queries/responsibility.ts'
import { isHeldOn, type PostPosition } from '#shared/domain/posts.ts'
import { addDays, dateOnly } from '#shared/lib/dates.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import type { DemoSecretary } from './demoReviewPeople.ts'
import { goalWords } from './demoReviewWords.ts'

/** This year's 党建责任清单 of some communities, with the quarterly meetings held so far; the first has an inspection open. */
export function fillResponsibility(
  tx: WriteDb,
  secretaries: readonly DemoSecretary[],
  { ids, at, today }: WriteMoment,
): void {
  const year = Number(today.slice(0, 4))
  secretaries.forEach(({ community, post }, place) => {
    const posts = listPosts(tx, [community.id])
    const named = (position: PostPosition) =>
      posts.find((each) => each.position === position && isHeldOn(each, today))?.personName ?? null
    const listId = ids.next()
    insertResponsibility(tx, {
      id: listId,
      organizationId: community.id,
      year,
      firstName: post.personName,
      directName: named('FSJ'),
      specificName: named('ZZ'),
      remark: null,
      version: 1,
      createdAt: at,
      updatedAt: at,
    })
    goalWords.forEach(([level, content], position) => {
      const dueOn = dateOnly(`${year}-${position % 2 === 0 ? '12-20' : '09-30'}`)
      const isDone = dueOn < today && place !== 2
      insertGoal(tx, {
        id: ids.next(),
        listId,
        position,
        level,
        content,
        ownerName: level === 'individual' ? post.personName : null,
        dueOn,
        doneOn: isDone ? addDays(dueOn, -6) : null,
        result: isDone ? '已完成' : null,
      })
    })
    const meetings = ['02-26', '05-28', '08-27', '11-12'].map((day) => dateOnly(`${year}-${day}`))
    const held = meetings.filter((on) => on <= today)
    const inspectedOn = addDays(today, -20)
    const checks = held.map((heldOn) => ({
      kind: 'quarterlyMeeting' as const,
      heldOn,
      found: '研究支部工作进度，调度发展党员和“三会一课”',
      closedOn: null,
      result: null,
    }))
    const inspection = {
      kind: 'inspection' as const,
      heldOn: inspectedOn,
      found: '个别支部会议记录不完整',
      closedOn: place === 0 ? null : addDays(inspectedOn, 8),
      result: place === 0 ? null : '已补齐',
    }
    const isOfYear = inspectedOn >= `${year}-01-01`
    for (const [position, check] of [...checks, ...(isOfYear ? [inspection] : [])].entries())
      insertCheck(tx, {
        ...check,
        id: ids.next(),
        listId,
        position,
        byName: check.kind === 'inspection' ? '街道党建办' : post.personName,
      })
  })
}
