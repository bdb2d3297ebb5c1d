import { describe, expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { nextMonth } from '../../../renderer/features/meetingPlans/guideMonths.ts'
import {
  asLastMonth,
  blankItem,
  dayInMonth,
  dayOfMonth,
  heldByLine,
  withFixedDay,
} from '../../../renderer/features/meetingPlans/planForm.ts'

describe('同上月', () => {
  const january = {
    ...blankItem(1, 'themeDay'),
    id: 'i1',
    plannedOn: dateOnly('2026-01-31'),
    topic: '重温入党誓词',
    program: '一、宣誓',
    place: '党群服务中心',
    personName: '周书记',
  }

  it('carries kind, day, place and person over, never topic and programme', () => {
    expect(asLastMonth([january], 2026, 2)[1]).toEqual({
      ...blankItem(2, 'themeDay'),
      plannedOn: '2026-02-28',
      place: '党群服务中心',
      personName: '周书记',
    })
  })

  it('fills what stands already only where it is empty, and adds no second line of it', () => {
    const own = { ...blankItem(2, 'themeDay'), topic: '学雷锋', place: '社区广场' }
    const next = asLastMonth([january, own], 2026, 2)
    expect(next).toHaveLength(2)
    expect(next[1]).toMatchObject({ topic: '学雷锋', place: '社区广场', personName: '周书记' })
  })

  it('pairs lines of one kind in their order', () => {
    const lines = [blankItem(1, 'groupMeeting'), blankItem(1, 'groupMeeting'), blankItem(2, 'groupMeeting')]
    expect(asLastMonth(lines, 2026, 2).filter(({ month }) => month === 2)).toHaveLength(2)
  })
})

describe('the fixed day of 主题党日 (LIFE-05)', () => {
  it('is the last day of a shorter month', () => {
    expect(dayOfMonth(2028, 2, 31)).toBe('2028-02-29')
  })

  it('goes to lines of 主题党日 without a day only', () => {
    const lines = [
      blankItem(1, 'themeDay'),
      { ...blankItem(2, 'themeDay'), plannedOn: dateOnly('2026-02-12') },
      blankItem(3, 'lecture'),
    ]
    expect(withFixedDay(lines, 2026, 5).map(({ plannedOn }) => plannedOn)).toEqual([
      '2026-01-05',
      '2026-02-12',
      null,
    ])
  })
})

describe('what was held of a plan', () => {
  it('is found by month and kind, also after lines have moved', () => {
    const held = heldByLine({
      id: 'p1',
      version: 1,
      organizationId: 'b1',
      organizationName: '一支部',
      year: 2026,
      fields: {
        themeDay: 5,
        remark: null,
        items: [
          { ...blankItem(1, 'lecture'), plannedOn: null },
          { ...blankItem(2, 'themeDay'), plannedOn: null },
        ],
      },
      held: [
        { meetings: 0, firstId: null },
        { meetings: 2, firstId: 'm1' },
      ],
    })
    expect(held(2, 'themeDay')).toEqual({ meetings: 2, firstId: 'm1' })
    expect(held(3, 'themeDay').meetings).toBe(0)
  })
})

describe('a new 主题提示', () => {
  it('begins with this month, or the next that has none', () => {
    expect(nextMonth(2026, [], dateOnly('2026-11-22'))).toBe(11)
    expect(nextMonth(2026, [11], dateOnly('2026-11-22'))).toBe(12)
    expect(nextMonth(2027, [1], dateOnly('2026-11-22'))).toBe(2)
  })
})

it.each([
  ['5', '2026-03-05'],
  ['15日', '2026-03-15'],
  ['3.5', '2026-03-05'],
  ['4月2日', '2026-04-02'],
  ['2027.1.9', '2027-01-09'],
  ['31.', null],
  ['3.45', null],
  ['2026.3', null],
  ['月底', null],
])('a day in March written as %s is %s', (text, day) => {
  expect(dayInMonth(text, 2026, 3)).toBe(day)
})
