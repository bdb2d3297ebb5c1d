import type { ReadDb } from '#db/database.ts'
import { countDevelopment, type DevelopmentFilter } from '#db/queries/developmentList.ts'
import { countMembers, type ListCondition } from '#db/queries/memberList.ts'
import { subtreeIds } from '#db/queries/organizations.ts'
import { lastYearItemsOf } from '#db/queries/rectifications.ts'
import { type ResponsibilityRecord, responsibilityOf } from '#db/queries/responsibility.ts'
import type { EvidenceLine } from '#shared/contract/reviewRows.ts'
import { isInspectionOpen, responsibilityFigures } from '#shared/domain/reviews/responsibility.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { readDutyGrid } from './dutyGrid.ts'

interface Asked {
  readonly subjectId: string
  /** With everything below it. */
  readonly organizationId: string
  /** Of the campaign. */
  readonly year: number
}

interface Place extends Asked {
  readonly ids: readonly string[]
  readonly today: DateOnly
}

const line = (
  key: string,
  label: string,
  value: string,
  { detail = null, link = null }: Partial<Pick<EvidenceLine, 'detail' | 'link'>> = {},
): EvidenceLine => ({ key, label, value, detail, link })

const address = (path: string, params: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(params).toString()}`

/** 三会一课等: what the branches owed by today, and what of it is on record. */
function meetingsHeld(db: ReadDb, { organizationId, year, today }: Place): EvidenceLine {
  const { rows } = readDutyGrid(db, { organizationId, year, kind: null }, today)
  const sum = (of: 'done' | 'owed' | 'missing') => rows.reduce((total, row) => total + row[of], 0)
  const [owed, missing] = [sum('owed'), sum('missing')]
  const label = '组织生活按期召开'
  if (owed === 0)
    return line('meetings', label, '没有应开的会议', {
      detail: rows.length === 0 ? '本组织以下没有党支部' : `${rows.length} 个党支部到目前没有应开的会议`,
    })
  const short = rows.filter((row) => row.missing > 0).length
  return line('meetings', label, `${sum('done')}/${owed}`, {
    detail: missing === 0 ? `${rows.length} 个党支部都已召开` : `${short} 个党支部缺 ${missing} 次`,
    link: address('/meetings/completion', { year: String(year), org: organizationId }),
  })
}

const anyFile = {
  text: null,
  states: [],
  finding: null,
  dueBy: null,
  sort: 'name',
} as const

function developed(db: ReadDb, { organizationId, year, ids, today }: Place): readonly EvidenceLine[] {
  const files = (asked: Partial<DevelopmentFilter>) =>
    countDevelopment(db, { ...anyFile, states: [], organizationIds: ids, ...asked })
  const members = (filters: ListCondition['filters']) =>
    countMembers(db, { text: null, filters }, { of: { column: 'organization_id', ids }, today })
  const org = organizationId
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const admitted = files({ approvedIn: year })
  const regular = members([{ op: 'between', field: 'regularOn', from, to }])
  const [doubtfulFiles, doubtfulMembers] = [
    files({ finding: 'any' }),
    members([{ op: 'finding', code: 'any' }]),
  ]
  return [
    line('admitted', '批准接收预备党员', `${admitted} 名`, {
      link: admitted === 0 ? null : address('/development', { state: 'all', org, approvedIn: String(year) }),
    }),
    line('regular', '预备党员转正', `${regular} 名`, {
      detail: '现在这里的党员，按转正日期',
      link:
        regular === 0
          ? null
          : address('/members', { org, status: 'all', f: `between.regularOn.${from}.${to}` }),
    }),
    line('developmentFindings', '发展党员档案有待核提示', `${doubtfulFiles} 份`, {
      detail: doubtfulFiles === 0 ? null : '截至今天没有说明原因的',
      link: doubtfulFiles === 0 ? null : address('/development', { state: 'all', org, finding: 'any' }),
    }),
    line('memberFindings', '党员信息有待核提示', `${doubtfulMembers} 名`, {
      detail: doubtfulMembers === 0 ? null : '截至今天没有说明原因的',
      link: doubtfulMembers === 0 ? null : address('/members', { org, finding: 'any' }),
    }),
  ]
}

/** 上年整改: of the person, or of whoever held the post. */
function mended(db: ReadDb, { subjectId }: Place): EvidenceLine {
  const items = lastYearItemsOf(db, [subjectId])
  const label = '上年问题整改验收'
  const [first] = items
  if (first === undefined) return line('lastYear', label, '没有上年的整改事项')
  const accepted = items.filter(({ acceptedOn }) => acceptedOn !== null).length
  const isOnePerson = items.every((item) => item.subjectId === first.subjectId)
  return line('lastYear', label, `${accepted}/${items.length}`, {
    detail:
      accepted === items.length
        ? `${first.year} 年的全部验收`
        : `${first.year} 年的还有 ${items.length - accepted} 条未验收`,
    link: isOnePerson
      ? `/reviews/people/${first.subjectId}`
      : address('/reviews/rectifications', { campaign: first.campaignId }),
  })
}

/** 督查: of those that found something, how many are mended. */
function inspected(checks: ResponsibilityRecord['checks'], link: string): EvidenceLine {
  const label = '督查发现问题整改'
  const inspections = checks.filter(({ kind }) => kind === 'inspection')
  if (inspections.length === 0) return line('inspections', label, '没有督查记录', { link })
  const found = inspections.filter((check) => check.found !== null)
  const open = found.filter(isInspectionOpen).length
  const value = found.length === 0 ? '督查没有发现问题' : `${found.length - open}/${found.length}`
  return line('inspections', label, value, { detail: `督查 ${inspections.length} 次`, link })
}

/** 责任清单: goals done, 季度工作例会 held, problems of 督查 mended. */
function responsible(db: ReadDb, { organizationId, year, today }: Place): readonly EvidenceLine[] {
  const found = responsibilityOf(db, { organizationId, year })
  if (found === undefined) return [line('responsibility', '党建责任清单', `没有登记 ${year} 年的清单`)]
  const { goals, checks } = found
  const figures = responsibilityFigures({ year, goals, checks }, today)
  const part = (name: 'goals' | 'checks') => `/reviews/responsibility/${found.list.id}?part=${name}`
  return [
    goals.length === 0
      ? line('goals', '责任目标完成', '清单里没有目标', { link: part('goals') })
      : line('goals', '责任目标完成', `${figures.doneGoals}/${figures.goals}`, {
          detail: figures.overdueGoals === 0 ? null : `逾期 ${figures.overdueGoals} 项`,
          link: part('goals'),
        }),
    figures.quartersDue === 0
      ? line('quarters', '季度工作例会', '还没有到应开的季度', { link: part('checks') })
      : line('quarters', '季度工作例会', `${figures.quartersMet}/${figures.quartersDue}`, {
          link: part('checks'),
        }),
    inspected(checks, part('checks')),
  ]
}

/** What the app's own records say of a year's daily work, as they stand now; the caller has seen the person to be in reach. */
export function evidenceOf(db: ReadDb, asked: Asked, today: DateOnly): readonly EvidenceLine[] {
  const place: Place = { ...asked, ids: subtreeIds(db, asked.organizationId), today }
  return [meetingsHeld(db, place), ...developed(db, place), mended(db, place), ...responsible(db, place)]
}
