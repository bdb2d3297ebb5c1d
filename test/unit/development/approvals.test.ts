import { describe, expect, it } from 'vitest'
import { approvalAct, approvalPath } from '#shared/domain/development/approvalRights.ts'
import {
  probationOf,
  regularOn,
  rosterEntry,
  shownProbationEnd,
} from '#shared/domain/development/probation.ts'
import { courseStates, isMemberState } from '#shared/domain/development/states.ts'
import { countedActivistOn, transferRule } from '#shared/domain/development/transfers.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aFile, community, context, foundOf, on, street, upTo, wholeFile } from './aFile.ts'
import type { Arrival } from '#shared/domain/development/facts.ts'

const { settings } = context

describe('who may approve (domain 3.5, trap 3)', () => {
  it('DEV-50: 社区党委 and 党总支 deliberate, the street approves', () => {
    expect(approvalAct(street)).toBe('approve')
    expect(approvalAct(community)).toBe('deliberate')
    expect(approvalAct({ ...community, type: 'ZZ', name: '某党总支' })).toBe('deliberate')
    expect(approvalAct({ ...community, hasApprovalRight: true })).toBe('deliberate')
    expect(approvalAct({ ...street, hasApprovalRight: false })).toBe('deliberate')
    expect(foundOf('DEV-50', aFile(upTo('approvedOn'), { approvalBody: community }))).toEqual([
      'red DEV-50 17',
    ])
    expect(foundOf('DEV-50', aFile(upTo('approvedOn'), { approvalBody: street }))).toEqual([])
  })

  it('DEV-51: neither a 临时党组织 nor a 党组', () => {
    const temporary = { ...street, type: 'ZB', branchKind: 'LS' } as const
    const group = { ...street, name: '某局党组' }
    for (const approvalBody of [temporary, group]) {
      expect(approvalAct(approvalBody)).toBe('none')
      expect(foundOf('DEV-51', aFile(upTo('approvedOn'), { approvalBody }))).toEqual(['red DEV-51 17'])
    }
  })

  it('DEV-52: pre-review and the approval of 转正 ask for the same right', () => {
    const facts = aFile(wholeFile, { preReviewBody: community, regularApprovalBody: community })
    expect(foundOf('DEV-52', facts)).toEqual(['red DEV-52 13', 'red DEV-52 24'])
  })

  it('DEV-53: the form is given out by who may approve', () => {
    expect(foundOf('DEV-53', aFile(upTo('formOn'), { formIssuer: community }))).toEqual(['red DEV-53 14'])
    expect(foundOf('DEV-53', aFile(upTo('formOn'), { formIssuer: street }))).toEqual([])
  })

  it('DEV-50: a resolution goes through the community, which deliberates, to the street, which approves', () => {
    const district = { ...street, name: '区委' }
    expect(approvalPath([community, street, district]).map(({ body, act }) => [body.name, act])).toEqual([
      [community.name, 'deliberate'],
      [street.name, 'approve'],
    ])
  })
})

describe('probation and the roster (trap 6)', () => {
  const facts = (meetingOn: string, months?: number) => ({
    dates: { meetingOn: partialDate(meetingOn) },
    extensions:
      months === undefined ? [] : [{ decidedOn: partialDate('2025-12-15'), approvedOn: null, months }],
  })

  it('DEV-15: 2026年6月10日 to 2027年6月9日, 转正 on 2027-06-10; places that print the day itself can', () => {
    const probation = probationOf(facts('2026-06-10'), settings)
    if (probation === null) throw new Error('no probation')
    expect(probation.end).toBe('2027-06-10')
    expect(shownProbationEnd(probation, settings)).toBe('2027-06-09')
    expect(shownProbationEnd(probation, { ...settings, 'dev.probationEndDayBefore': false })).toBe(
      '2027-06-10',
    )
  })

  it('DEV-17: an extension runs from the original end, and only the first counts', () => {
    expect(regularOn(facts('2024-02-29', 6), settings)).toBe('2025-08-28')
    const twice = {
      ...facts('2024-12-10', 6),
      extensions: [...facts('2024-12-10', 6).extensions, ...facts('2024-12-10', 12).extensions],
    }
    expect(regularOn(twice, settings)).toBe('2026-06-10')
  })

  it('DEV-19: a meeting known to the month gives a 转正 date known to the month', () => {
    expect(regularOn(facts('1998-07'), settings)).toBe('1999-07')
  })

  it('nobody stands on the roster before the approval, then as of the meeting (trap 8)', () => {
    expect(rosterEntry(aFile(upTo('meetingOn')), settings)).toBeNull()
    expect(rosterEntry(aFile(upTo('approvedOn')), settings)).toEqual({
      personType: '2',
      joinedOn: '2024-12-10',
      regularOn: null,
    })
    expect(rosterEntry(aFile(wholeFile), settings)).toEqual({
      personType: '1',
      joinedOn: '2024-12-10',
      regularOn: '2025-12-10',
    })
    expect(courseStates.filter(isMemberState)).toEqual(['probationer', 'extended', 'full'])
  })
})

describe('changing branch (domain 3.7)', () => {
  const arrival = (more: Partial<Arrival>): Arrival => ({
    kind: 'activist',
    leftOn: null,
    arrivedOn: partialDate('2026-03-01'),
    isVerified: true,
    isContinuous: true,
    delayMonths: null,
    ...more,
  })

  it('an activist keeps the time already counted, unless the new branch does not count it on', () => {
    const dates = { ...upTo('contactsOn'), activistOn: '2025-06-01', targetOn: '2026-07-01' }
    const kept = aFile(dates, { arrival: arrival({}) })
    expect(countedActivistOn(kept)).toBe('2025-06-01')
    expect(foundOf('DEV-06', kept)).toEqual([])
    const anew = aFile(dates, { arrival: arrival({ isContinuous: false }) })
    expect(countedActivistOn(anew)).toBe('2026-03-01')
    expect(foundOf('DEV-06', anew)).toEqual(['red DEV-06 7'])
  })

  it('a target goes back to being an activist; only members travel with a 介绍信 (trap 8)', () => {
    expect(transferRule('target')).toMatchObject({ state: 'activist', document: 'materialsLetter' })
    expect(transferRule('activist')).toMatchObject({ state: 'activist', document: 'materialsLetter' })
    expect(transferRule('applicant')).toMatchObject({ state: 'applicant', document: 'materialsLetter' })
    expect(transferRule('probationer')).toMatchObject({
      state: 'probationer',
      document: 'introductionLetter',
    })
    expect(transferRule('awaitingApproval')).toBeNull()
  })

  it('papers nobody checked are yellow; a probationer whose papers cannot be accepted is red', () => {
    const papers = (more: Partial<Arrival>) =>
      foundOf('ARRIVAL_PAPERS', aFile(upTo('oathOn'), { arrival: arrival(more) }))
    expect(papers({})).toEqual([])
    expect(papers({ isVerified: null })).toEqual(['yellow ARRIVAL_PAPERS 6'])
    expect(papers({ isVerified: false })).toEqual(['yellow ARRIVAL_PAPERS 6'])
    expect(papers({ kind: 'probationer', isVerified: false })).toEqual(['red ARRIVAL_PAPERS 21'])
  })

  it('DEV-21: 讨论转正 may be put off by six months, and 转正 still counts from the end of probation', () => {
    const delayed = (delayMonths: number, more = {}) =>
      aFile(
        { ...upTo('oathOn'), regularApplyOn: '2025-12-01', ...more },
        { arrival: arrival({ kind: 'probationer', delayMonths }) },
      )
    expect(foundOf('DEV-21', delayed(6))).toEqual([])
    expect(foundOf('DEV-21', delayed(7))).toEqual(['red DEV-21 23'])
    expect(foundOf('DEV-15', delayed(6), on('2026-06-10'))).toEqual(['orange DEV-15 23'])
    expect(regularOn(delayed(6), settings)).toBe('2025-12-10')
  })

  it('DEV-22: joined within three months of leaving the old unit', () => {
    const left = (leftOn: string) =>
      foundOf(
        'DEV-22',
        aFile(upTo('approvedOn'), { arrival: arrival({ kind: 'probationer', leftOn: dateOnly(leftOn) }) }),
      )
    expect(left('2025-03-10')).toEqual(['yellow DEV-22 21'])
    expect(left('2025-03-11')).toEqual([])
    expect(left('2024-12-09')).toEqual([])
  })
})
