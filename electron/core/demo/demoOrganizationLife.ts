import type { WriteDb } from '#db/database.ts'
import { insertMany, type LifeRow } from '#db/queries/insertMany.ts'
import { addDays, dateOnly } from '#shared/lib/dates.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { type DemoLifeBranch, leadersOn } from './demoMeetingBranch.ts'
import { demoItem, type DemoLifeRows, demoMeeting, type DemoMeeting } from './demoMeetingRows.ts'
import { appraisalOf } from './demoAppraisals.ts'
import { lifeProblems, ownProblems, talkTitles } from './demoMeetingWords.ts'
import type { Random } from './random.ts'

/** Last year's 组织生活会 and 民主评议, held this January: most branches recorded the meeting, five all that belongs to it. */
export function fillOrganizationLife(
  tx: WriteDb,
  branches: readonly DemoLifeBranch[],
  random: Random,
  moment: WriteMoment,
): void {
  const { today } = moment
  const heldOn = dateOnly(`${today.slice(0, 4)}-01-22`)
  const rows: DemoLifeRows = {
    meetings: [],
    meetingItems: [],
    lifeMeetings: [],
    lifeProblems: [],
    appraisals: [],
    appraisalPeople: [],
    talks: [],
  }
  for (const [place, branch] of branches.entries()) {
    const isTemporary = branch.row.branchKind === 'LS'
    if (addDays(heldOn, 12) <= today && !isTemporary && random.chance(0.9)) {
      const meeting = lifeMeeting(rows, branch, heldOn, moment)
      if (place < 5) wholeLife(rows, branch, meeting, random, moment)
    }
    if (place < 8) talksOf(rows, branch, random, moment)
  }
  insertMany(tx, 'meetings', rows.meetings)
  insertMany(tx, 'meetingItems', rows.meetingItems)
  insertMany(tx, 'lifeMeetings', rows.lifeMeetings)
  insertMany(tx, 'lifeProblems', rows.lifeProblems)
  insertMany(tx, 'appraisals', rows.appraisals)
  insertMany(tx, 'appraisalPeople', rows.appraisalPeople)
  insertMany(tx, 'talks', rows.talks)
}

function lifeMeeting(
  rows: DemoLifeRows,
  branch: DemoLifeBranch,
  heldOn: DemoMeeting['heldOn'],
  moment: WriteMoment,
): DemoMeeting {
  const lifeYear = Number(heldOn.slice(0, 4)) - 1
  const { hostId, hostName, recorderName } = leadersOn(branch, heldOn)
  const kinds = ['organizationLife', 'appraisal'] as const
  const title = `${lifeYear}年度组织生活会和民主评议党员`
  const people = { hostId, hostName, recorderName }
  const meeting = demoMeeting(
    { organizationId: branch.row.id, kinds, title, heldOn },
    { lifeYear, ...people },
    moment,
  )
  rows.meetings.push(meeting)
  rows.meetingItems.push(
    demoItem(meeting.id, { section: 'organizationLife', title: '对照检查，开展批评和自我批评' }, moment),
    demoItem(meeting.id, { section: 'appraisal', title: '党员互评和民主测评', position: 1 }, moment),
  )
  return meeting
}

const emptyTrash = { deletedAt: null, deletedReason: null } as const

function wholeLife(
  rows: DemoLifeRows,
  branch: DemoLifeBranch,
  meeting: DemoMeeting,
  random: Random,
  moment: WriteMoment,
): void {
  const { ids, at, today } = moment
  const { heldOn, organizationId, hostName } = meeting
  const year = meeting.lifeYear ?? Number(heldOn.slice(0, 4))
  const written = { version: 1, createdAt: at, updatedAt: at, ...emptyTrash }
  const lifeMeetingId = ids.next()
  rows.lifeMeetings.push({
    id: lifeMeetingId,
    organizationId,
    year,
    theme: '对照党章党规，查摆问题，增强党性',
    plannedOn: heldOn,
    place: meeting.place,
    hostName,
    program: '通报会前准备情况\n班子对照检查\n党员个人发言和相互批评\n民主测评\n小结',
    demands: '会前开展学习和谈心谈话，认真撰写发言提纲',
    studyTimes: 2,
    askedPeople: branch.people.length,
    opinionCount: 4,
    talkPairs: null,
    opinions: '希望多开展户外主题党日\n希望加强与流动党员的联系',
    committeeReview: null,
    meetingId: meeting.id,
    course: '会议按程序进行，与会党员开展了批评和自我批评。',
    criticisms: null,
    effect: null,
    publishedOn: addDays(heldOn, 10),
    remark: null,
    ...written,
  })
  const problem = (owner: 'committee' | 'person', words: string, n: number): LifeRow<'lifeProblems'> => {
    const person = owner === 'person' ? branch.people[n % branch.people.length] : undefined
    const dueOn = addDays(heldOn, random.chance(0.5) ? 120 : 330)
    const isDone = dueOn < today && random.chance(0.7)
    return {
      id: ids.next(),
      lifeMeetingId,
      position: n,
      owner,
      memberId: person?.memberId ?? null,
      personName: person?.name ?? null,
      problem: words,
      measure: '列入年度计划，按月对账落实',
      dutyName: person?.name ?? hostName,
      dueOn,
      doneOn: isDone ? addDays(dueOn, -10) : null,
      result: isDone ? '已整改' : null,
    }
  }
  rows.lifeProblems.push(
    ...lifeProblems.map((words, n) => problem('committee', words, n)),
    ...ownProblems.map((words, n) => problem('person', words, lifeProblems.length + n)),
  )
  appraisalOf(rows, branch, meeting, year, random, moment)
}

/** The secretary with some of the branch in the first months of the year. */
function talksOf(
  rows: DemoLifeRows,
  branch: DemoLifeBranch,
  random: Random,
  { ids, at, today }: WriteMoment,
): void {
  for (const [n, person] of branch.people.slice(0, 12).entries()) {
    const on = dateOnly(`${today.slice(0, 4)}-0${1 + random.below(3)}-${10 + random.below(15)}`)
    const { hostId, hostName } = leadersOn(branch, on)
    if (on > today || hostName === null || person.memberId === hostId || random.chance(0.25)) continue
    rows.talks.push({
      id: ids.next(),
      organizationId: branch.row.id,
      relation: n < 3 ? 'committee' : 'committeeMember',
      talkedOn: on,
      talkerId: hostId,
      talkerName: hostName,
      talkedId: person.memberId,
      talkedName: person.name,
      place: '党员活动室',
      title: random.pick(talkTitles),
      content: '交流了学习和工作情况，沟通了对支部工作的看法。',
      suggestions: null,
      feedback: null,
      version: 1,
      createdAt: at,
      updatedAt: at,
      ...emptyTrash,
    })
  }
}
