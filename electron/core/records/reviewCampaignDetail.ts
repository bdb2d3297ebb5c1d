import type { ReadDb } from '#db/database.ts'
import { rectificationsOf } from '#db/queries/rectifications.ts'
import {
  campaignOfYear,
  campaignOrganizationName,
  listSchemes,
  type StoredCampaign,
} from '#db/queries/reviewCampaigns.ts'
import { ballotsOn, ballotsUnderScheme } from '#db/queries/reviewBallotsIn.ts'
import { countUnderScheme, listSubjects } from '#db/queries/reviewSubjects.ts'
import type { CampaignDetail, CampaignRow, SchemeDetail } from '#shared/contract/reviewRows.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { campaignState, isFlowStep } from '#shared/domain/reviews/flow.ts'
import { lastYearFinding, overdueDays } from '#shared/domain/reviews/rectification.ts'
import { schemeProblems } from '#shared/domain/reviews/schemeRules.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { shownTexts } from './developmentRows.ts'
import { type Shown, shownText } from './mobilityRows.ts'
import { type CampaignBoard, readBoard } from './reviewBoard.ts'
import { getCampaign, isOwnCampaign, leftOutOf, schemeOf } from './reviewCampaign.ts'

/** A line of the list: of the people in the caller's reach. */
export function campaignRow(
  db: ReadDb,
  campaign: StoredCampaign,
  today: DateOnly,
  reader: Shown = db,
  board: CampaignBoard = readBoard(db, campaign, reader),
): CampaignRow {
  const { id, version, organizationId, year, name } = campaign
  const { standings, steps } = board
  const items = standings.flatMap(({ rectifications }) => rectifications)
  return {
    id,
    version,
    organizationId,
    organizationName: campaignOrganizationName(db, id),
    year,
    name: shownText(name, reader),
    state: campaignState(
      standings.map(({ done }) => done),
      steps,
    ),
    subjects: standings.length,
    scored: standings.filter(({ person }) => person.row.hundredths !== null).length,
    decided: standings.filter(({ subject }) => subject.grade !== null).length,
    rectifications: items.length,
    overdueRectifications: items.filter((item) => overdueDays(item, today) > 0).length,
  }
}

/** Of the caller's own campaign the ballots of everybody; else those on the people in reach. */
function schemeDetails(
  db: ReadDb,
  campaign: StoredCampaign,
  { standings }: CampaignBoard,
  reader: Shown,
): readonly SchemeDetail[] {
  const isOwn = isOwnCampaign(db, campaign)
  return listSchemes(db, [campaign.id]).map((stored): SchemeDetail => {
    const scheme = schemeOf(stored)
    const mine = standings.flatMap(({ subject }) => (subject.schemeId === stored.id ? [subject.id] : []))
    const seen = () => [...ballotsOn(db, mine).values()].reduce((sum, n) => sum + n, 0)
    return {
      id: stored.id,
      version: stored.version,
      name: shownText(stored.name, reader),
      scheme,
      subjects: isOwn ? countUnderScheme(db, stored.id) : mine.length,
      ballotsIn: isOwn ? ballotsUnderScheme(db, stored.id) : seen(),
      changeReason: stored.changeReason === null ? null : shownText(stored.changeReason, reader),
      findings: schemeProblems(scheme),
    }
  })
}

/** The day of the last 向上级述职会 that is registered. */
function lastMeeting({ standings }: CampaignBoard): DateOnly | null {
  const days = standings.flatMap(({ cells }) =>
    cells.flatMap(({ key, doneOn }) => (key === 'upMeeting' && doneOn !== null ? [doneOn] : [])),
  )
  return days.toSorted().at(-1) ?? null
}

/** The whole of it, with what the rules say. Throws NOT_FOUND. `reader`: who is shown it, or handed the paper. */
export function reviewCampaignDetail(
  db: ReadDb,
  id: string,
  today: DateOnly,
  reader: Shown = db,
): CampaignDetail {
  const campaign = getCampaign(db, id)
  const { organizationId, year, startOn, endOn, noticeNo, noticeOn, name, remark } = campaign
  const board = readBoard(db, campaign, reader)
  const lastYear = campaignOfYear(db, organizationId, year - 1)
  const lastItems = lastYear
    ? rectificationsOf(
        db,
        listSubjects(db, lastYear.id).map((subject) => subject.id),
      )
    : []
  const unreported = lastYearFinding(lastItems, lastMeeting(board), today)
  const limits = board.scores.schemes.flatMap(({ schemeName, findings }) =>
    findings
      .filter(({ severity }) => severity !== 'block')
      .map((finding): Finding => ({ ...finding, message: `${schemeName}：${finding.message}` })),
  )
  return {
    ...campaignRow(db, campaign, today, reader, board),
    fields: shownTexts(
      {
        organizationId,
        year,
        name,
        startOn,
        endOn,
        leftOutSteps: leftOutOf(campaign).filter(isFlowStep),
        noticeNo,
        noticeOn,
        remark,
      },
      ['name', 'noticeNo', 'remark'],
      reader,
    ),
    isOwn: isOwnCampaign(db, campaign),
    steps: board.steps,
    schemes: schemeDetails(db, campaign, board, reader),
    findings: [...limits, ...(unreported ? [unreported] : [])],
    lastYearId: lastYear?.id ?? null,
  }
}
