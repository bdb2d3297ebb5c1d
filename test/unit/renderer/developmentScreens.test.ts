import { expect, it } from 'vitest'
import { courseStates } from '#shared/domain/development/states.ts'
import { stages } from '#shared/domain/development/steps.ts'
import { addDays, dateOnly, partialDate } from '#shared/lib/dates.ts'
import {
  besideQuarter,
  calendarAddress,
  calendarView,
  monthsOf,
  quarterOf,
  quarterText,
  spanOf,
  weeksOf,
} from '../../../renderer/features/development/calendar/quarter.ts'
import {
  addressOf,
  closedStates,
  listInput,
  stageStates,
  stateOfStage,
  statesOf,
  viewFromParams,
} from '../../../renderer/features/development/list/listView.ts'
import {
  type Place,
  placeOf,
  samePlaces,
  withCertificates,
} from '../../../renderer/features/developmentRegisters/places.ts'
import { markOf, monthsOfYear } from '../../../renderer/features/developmentRegisters/workdays.ts'
import {
  deadlineDay,
  deadlineTitle,
  isOverdue,
  lastStepText,
  openStates,
} from '../../../renderer/lib/developmentWords.ts'

const today = dateOnly('2026-11-22')

it('keeps what is chosen of the working list in the address', () => {
  const view = {
    shape: 'board',
    state: 'target',
    organizationId: 'o1',
    finding: 'DEV-06',
    due: 'overdue',
    approvedIn: 2026,
    sort: 'name',
    page: 3,
  } as const
  const address = addressOf(view)
  expect(viewFromParams(new URLSearchParams(address.slice(address.indexOf('?'))))).toEqual(view)
  expect(addressOf({})).toBe('/development')
})

it('falls back on what is under way for an address it does not know', () => {
  const view = viewFromParams(new URLSearchParams('view=x&state=x&due=x&approvedIn=20266&page=0&sort=x'))
  expect(view).toMatchObject({
    shape: 'table',
    state: 'open',
    due: null,
    approvedIn: null,
    sort: 'due',
    page: 1,
  })
})

it('本月到期 reaches to the last day of the month, 逾期 to yesterday and leaves out what merely opens', () => {
  const input = (query: string) => listInput(viewFromParams(new URLSearchParams(query)), ' 王 ', today)
  expect(input('due=month')).toMatchObject({ dueBy: '2026-11-30', text: '王' })
  expect(input('due=month')).not.toHaveProperty('onlyDue')
  expect(input('due=overdue')).toMatchObject({ dueBy: '2026-11-21', onlyDue: true })
  expect(input('page=2')).toMatchObject({ dueBy: null, offset: 50 })
})

it('puts every state in one column of the board or among what is done, none in two', () => {
  const shown = [...stages.flatMap((stage) => stageStates[stage]), ...closedStates]
  expect(shown.toSorted()).toEqual([...courseStates].toSorted())
  expect(stages.flatMap((stage) => statesOf(stateOfStage(stage)))).toEqual(openStates)
})

it('a quarter begins with its first month, and the one before January is that of last year', () => {
  const quarter = quarterOf(today)
  expect(quarterText(quarter)).toBe('2026年第四季度')
  expect(spanOf(quarter)).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(monthsOf(quarter)).toEqual(['2026-10-01', '2026-11-01', '2026-12-01'])
  expect(besideQuarter({ year: 2026, no: 1 }, -1)).toEqual({ year: 2025, no: 4 })
  expect(besideQuarter({ year: 2026, no: 4 }, 1)).toEqual({ year: 2027, no: 1 })
})

it('the weeks of a month begin on Monday and hold each of its days once', () => {
  const weeks = weeksOf(dateOnly('2026-11-01'))
  // 2026-11-01 was a Sunday.
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(weeks.every((week) => week.length === 7)).toBe(true)
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30)
  expect(weeksOf(dateOnly('2027-02-01'))).toHaveLength(4)
})

it('the calendar is of this quarter for an address it does not know', () => {
  const view = { quarter: { year: 2027, no: 2 }, organizationId: 'o1', day: dateOnly('2027-05-04') } as const
  const address = calendarAddress(view)
  expect(calendarView(new URLSearchParams(address.slice(address.indexOf('?'))), today)).toEqual(view)
  expect(calendarView(new URLSearchParams('quarter=2027-5&day=2027-13-01'), today)).toEqual({
    quarter: { year: 2026, no: 4 },
    organizationId: null,
    day: null,
  })
})

it('says until when, since when or that it is too late, and what it is about', () => {
  const due = { code: 'DEV-11', step: 15, kind: 'due', on: today } as const
  expect(deadlineDay(due, today)).toBe('最迟 2026.11.22')
  expect(deadlineDay({ ...due, on: addDays(today, -1) }, today)).toBe('逾期 2026.11.21')
  const opens = { code: 'DEV-06', step: 7, kind: 'opens', on: addDays(today, -1) } as const
  expect(deadlineDay(opens, today)).toBe('2026.11.21 起')
  expect(isOverdue(opens, today)).toBe(false)
  expect(deadlineTitle({ code: 'STEP_ORDER', step: 20, kind: 'due', on: today })).toBe('入党宣誓')
})

it('names the last step in the words of the rules of its day', () => {
  expect(lastStepText({ lastStep: 15, lastOn: partialDate('2026-06') })).toBe('第15步 党支部党员大会讨论')
  expect(lastStepText({ lastStep: 15, lastOn: partialDate('2020') })).toBe('第15步 支部大会讨论')
  expect(lastStepText({ lastStep: 0, lastOn: null })).toBeNull()
})

const place = (fileId: string, change: Partial<Place> = {}): Place => ({
  ...placeOf({ fileId, name: fileId, organizationName: '' }, 24),
  ...change,
})

it('certificate numbers count on from the last one, for those who passed and have none', () => {
  const places = [
    place('a', { isPassed: true, certNo: '云训2026-009' }),
    place('b', { isPassed: true }),
    place('c', { isPassed: false }),
    place('d', { isPassed: true }),
  ]
  expect(withCertificates(places).map(({ certNo }) => certNo)).toEqual([
    '云训2026-009',
    '云训2026-010',
    null,
    '云训2026-011',
  ])
  expect(
    samePlaces(withCertificates([place('a', { isPassed: true })]), [place('a', { isPassed: true })]),
  ).toBe(true)
})

it('marks a weekday off and a weekend worked, and puts each month under its weekdays', () => {
  const day = (on: string, isWorkingDay: boolean) => ({
    day: dateOnly(on),
    isWorkingDay,
    name: null,
    set: null,
  })
  expect(markOf(day('2026-10-01', false))).toBe('off')
  expect(markOf(day('2026-10-10', true))).toBe('worked')
  expect(markOf(day('2026-10-11', false))).toBeNull()
  const months = monthsOfYear([day('2026-10-01', false), day('2026-10-02', false), day('2026-11-01', false)])
  expect(months.map(({ first, lead, days }) => [first, lead, days.length])).toEqual([
    ['2026-10', 3, 2],
    ['2026-11', 6, 1],
  ])
})
