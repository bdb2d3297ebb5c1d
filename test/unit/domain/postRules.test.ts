import { describe, expect, it } from 'vitest'
import { committeeFindings, type CommitteeFacts, type HeldPost } from '#shared/domain/postRules.ts'
import { isHeldOn } from '#shared/domain/posts.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { vacancies } from '#shared/domain/vacancies.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'

const settings = defaultRuleSettings
const today = dateOnly('2026-11-21')

let n = 0

function aHeldPost(fields: Partial<HeldPost> = {}): HeldPost {
  n += 1
  return {
    id: `post${n}`,
    personKey: `person${n}`,
    personName: `某${n}`,
    position: 'WY',
    fromOn: partialDate('2022-03-20'),
    toOn: null,
    isPartTime: false,
    approvedDoc: null,
    termId: null,
    holder: null,
    ...fields,
  }
}

const aHolder: HeldPost['holder'] = {
  personType: '1',
  joinedOn: partialDate('2009-05-01'),
  regularOn: partialDate('2010-05-01'),
  partyAgeCorrectionMonths: null,
  isHere: true,
  whereZh: '',
}

function found(fields: Partial<CommitteeFacts>) {
  const facts = {
    type: 'ZB',
    full: 10,
    committeeSeats: null,
    runningTermId: null,
    posts: [],
    ...fields,
  } as const
  return committeeFindings(facts, { today, settings })
}

const codes = (fields: Partial<CommitteeFacts>) =>
  found(fields).map(({ code, severity }) => `${code} ${severity}`)

const secretary = () => aHeldPost({ position: 'SJ' })
const members = (count: number) => Array.from({ length: count }, () => aHeldPost())

describe('ORG-50', () => {
  it('takes seven on a branch committee and no eighth', () => {
    expect(codes({ posts: [secretary(), ...members(6)] })).toEqual([])
    expect(codes({ posts: [secretary(), ...members(7)] })).toEqual(['ORG-50 yellow'])
  })

  it('has no committee of three where there are six 正式党员', () => {
    expect(codes({ full: 6, posts: [secretary(), ...members(2)] })).toEqual(['ORG-50 blue'])
    expect(codes({ full: 7, posts: [secretary(), ...members(2)] })).toEqual([])
    expect(codes({ full: 6, posts: [secretary(), aHeldPost({ position: 'FSJ' })] })).toEqual([])
  })

  it('counts a person with two posts once', () => {
    const both = [
      aHeldPost({ personKey: 'p', position: 'SJ' }),
      aHeldPost({ personKey: 'p', position: 'XC' }),
    ]
    expect(codes({ posts: [...both, ...members(6)] })).toEqual([])
  })

  it('asks about two secretaries at once', () => {
    expect(codes({ posts: [secretary(), secretary()] })).toEqual(['ORG-50 yellow'])
  })
})

describe('ORG-51', () => {
  it.each([
    ['ZZ', 4, ['ORG-51 blue']],
    ['ZZ', 5, []],
    ['ZZ', 9, []],
    ['ZZ', 10, ['ORG-51 yellow']],
    ['SQW', 4, ['ORG-51 blue']],
    ['SQW', 11, []],
    ['SQW', 12, ['ORG-51 yellow']],
  ] as const)('%s with %i on the committee: %j', (type, count, expected) => {
    expect(codes({ type, full: null, posts: [secretary(), ...members(count - 1)] })).toEqual(expected)
  })

  it('lets a 党委 have two deputies and a 总支 one', () => {
    const deputies = [aHeldPost({ position: 'FSJ' }), aHeldPost({ position: 'FSJ' })]
    const posts = [secretary(), ...deputies, ...members(3)]
    expect(codes({ type: 'SQW', full: null, posts })).toEqual([])
    expect(codes({ type: 'ZZ', full: null, posts })).toEqual(['ORG-51 blue'])
  })

  it('leaves the 党工委 to whoever appoints it', () => {
    expect(codes({ type: 'DGW', full: null, posts: [secretary()] })).toEqual([])
  })
})

describe('ORG-52', () => {
  const secretaryOf = (regularOn: string) =>
    aHeldPost({ position: 'SJ', holder: { ...aHolder, regularOn: partialDate(regularOn) } })

  it('asks a year of 党龄 on the day of taking office, from 转正 on', () => {
    expect(codes({ posts: [secretaryOf('2021-03-20')] })).toEqual([])
    expect(codes({ posts: [secretaryOf('2021-03-21')] })).toEqual(['ORG-52 yellow'])
  })

  it('holds nothing against whom it does not know', () => {
    expect(codes({ posts: [secretary()] })).toEqual([])
    expect(
      codes({ posts: [aHeldPost({ position: 'SJ', holder: { ...aHolder, regularOn: null } })] }),
    ).toEqual([])
  })
})

describe('ORG-53', () => {
  const former = (toOn: string) => aHeldPost({ position: 'SJ', toOn: partialDate(toOn) })

  it('is yellow for 60 days and red from the 61st', () => {
    expect(codes({ posts: [former('2026-09-22')] })).toEqual(['ORG-53 yellow'])
    expect(codes({ posts: [former('2026-09-21')] })).toEqual(['ORG-53 red'])
  })

  it('is over when somebody else took the post, whatever the gap was', () => {
    expect(codes({ posts: [former('2024-01-01'), secretary()] })).toEqual([])
  })

  it('counts empty seats beside the missing secretary, whose own seat is named once', () => {
    const posts = [former('2026-11-01'), aHeldPost()]
    const seats = vacancies({ type: 'ZB', committeeSeats: 3, posts }, today)
    expect(seats.map(({ position, missing }) => [position, missing])).toEqual([
      ['SJ', 1],
      [null, 1],
    ])
  })

  it('does not make up a day where the seats were never full', () => {
    const [seat] = vacancies({ type: 'ZB', committeeSeats: 5, posts: [secretary()] }, today)
    expect(seat).toEqual({ position: null, missing: 4, since: null, days: null })
  })

  it('says nothing where nobody has entered a committee', () => {
    expect(codes({ committeeSeats: 5 })).toEqual([])
  })
})

describe('ORG-55', () => {
  const partTime = (fields: Partial<HeldPost> = {}) =>
    aHeldPost({ position: 'JZWY', isPartTime: true, approvedDoc: '聘书1号', ...fields })

  it('gives a 兼职委员 no seat', () => {
    const posts = [secretary(), ...members(4), partTime(), partTime()]
    expect(codes({ type: 'SQW', full: null, committeeSeats: 5, posts })).toEqual([])
    expect(vacancies({ type: 'SQW', committeeSeats: 6, posts }, today)[0]?.missing).toBe(1)
  })

  it('asks about one without a 聘书, of a former term, or with 组织关系 here', () => {
    const posts = (one: HeldPost) => ({
      type: 'SQW' as const,
      full: null,
      posts: [secretary(), ...members(4), one],
    })
    expect(codes(posts(partTime({ approvedDoc: null })))).toEqual(['ORG-55 blue'])
    expect(codes({ ...posts(partTime({ termId: 'old' })), runningTermId: 'new' })).toEqual(['ORG-55 blue'])
    expect(codes(posts(partTime({ holder: aHolder })))).toEqual(['ORG-55 blue'])
  })
})

describe('who has left', () => {
  it('holds the post until somebody says no, and is named', () => {
    const gone = aHeldPost({
      position: 'SJ',
      personName: '王明',
      holder: { ...aHolder, isHere: false, whereZh: '现为“已故”' },
    })
    const [finding] = found({ posts: [gone] })
    expect(finding).toMatchObject({ code: 'POST_LEFT', severity: 'yellow' })
    expect(finding?.message).toContain('书记王明现为“已故”')
  })

  it('is nobody who is part-time, and nobody whose post has ended', () => {
    const elsewhere = { ...aHolder, isHere: false, whereZh: '' }
    const posts = [
      secretary(),
      aHeldPost({ isPartTime: true, holder: elsewhere }),
      aHeldPost({ toOn: partialDate('2026-11-21'), holder: elsewhere }),
    ]
    expect(codes({ posts })).toEqual([])
  })
})

describe('a post', () => {
  it('is held from its first day to the day before its end', () => {
    const post = { fromOn: partialDate('2022-03-20'), toOn: partialDate('2023-05-01') }
    expect(isHeldOn(post, dateOnly('2022-03-19'))).toBe(false)
    expect(isHeldOn(post, dateOnly('2022-03-20'))).toBe(true)
    expect(isHeldOn(post, dateOnly('2023-04-30'))).toBe(true)
    expect(isHeldOn(post, dateOnly('2023-05-01'))).toBe(false)
  })

  it('with an end nobody dated is over, with a start nobody dated was always held', () => {
    expect(isHeldOn({ fromOn: '', toOn: null }, dateOnly('1990-01-01'))).toBe(true)
    expect(isHeldOn({ fromOn: '', toOn: '' }, today)).toBe(false)
  })
})
