import type { WriteDb } from '#db/database.ts'
import { insertMany, type LifeRow } from '#db/queries/insertMany.ts'
import { listOrganizations } from '#db/queries/organizations.ts'
import { addDays, dateOnly } from '#shared/lib/dates.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import type { DemoLifeBranch } from './demoMeetingBranch.ts'
import { branchMatters, lectureTopics, themeTopics } from './demoMeetingWords.ts'

/** This year's plans of the first community's branches, and what the street gave them to do this month and last. */
export function fillPlans(tx: WriteDb, branches: readonly DemoLifeBranch[], moment: WriteMoment): void {
  const { today, ids, at } = moment
  const year = Number(today.slice(0, 4))
  const written = { version: 1, createdAt: at, updatedAt: at }
  const items: LifeRow<'meetingPlanItems'>[] = []
  const plans = branches.slice(0, 7).map(({ row, themeDay }) => {
    const id = ids.next()
    items.push(...planItems(id, year, themeDay, moment))
    return { id, organizationId: row.id, year, themeDay, remark: null, ...written }
  })
  insertMany(tx, 'meetingPlans', plans)
  insertMany(tx, 'meetingPlanItems', items)
  const streetId = listOrganizations(tx).find(({ parentId }) => parentId === null)?.id
  if (streetId === undefined) return
  const firstOfMonth = dateOnly(`${today.slice(0, 7)}-01`)
  const guides = [firstOfMonth, addDays(firstOfMonth, -1)].map((on): LifeRow<'topicGuides'> => {
    const month = Number(on.slice(5, 7))
    return {
      id: ids.next(),
      organizationId: streetId,
      year: Number(on.slice(0, 4)),
      month,
      title: `${Number(on.slice(0, 4))}年${month}月主题党日提示`,
      study: '党章和党内法规有关内容\n上级近期会议精神',
      activities: `${themeTopics[month - 1] ?? ''}\n为本月入党的党员过政治生日`,
      demands: '各党支部结合实际安排，活动后三日内录入记录\n流动党员通过线上方式参加',
      docNo: null,
      issuedOn: addDays(dateOnly(`${on.slice(0, 7)}-01`), -3),
      ...written,
      deletedAt: null,
      deletedReason: null,
    }
  })
  insertMany(tx, 'topicGuides', guides)
}

function planItems(
  planId: string,
  year: number,
  themeDay: number,
  { ids }: WriteMoment,
): readonly LifeRow<'meetingPlanItems'>[] {
  const items: LifeRow<'meetingPlanItems'>[] = []
  const add = (
    month: number,
    kind: LifeRow<'meetingPlanItems'>['kind'],
    topic: string | null,
    day: number | null,
  ) =>
    items.push({
      id: ids.next(),
      planId,
      position: items.length,
      month,
      kind,
      plannedOn:
        day === null
          ? null
          : dateOnly(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
      topic,
      program: null,
      place: null,
      personName: null,
    })
  for (const [n, topic] of themeTopics.entries()) {
    const month = n + 1
    add(month, 'committeeMeeting', null, null)
    add(month, 'themeDay', topic, themeDay)
    if (month % 3 === 2) add(month, 'lecture', lectureTopics[(month - 2) / 3] ?? null, null)
    if (month % 3 === 0) add(month, 'branchMeeting', branchMatters[month / 3 - 1] ?? null, null)
  }
  add(12, 'organizationLife', null, null)
  add(12, 'appraisal', null, null)
  return items
}
