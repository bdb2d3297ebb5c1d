import { describe, expect, it } from 'vitest'
import { type FormFacts, formFindings } from '#shared/domain/development/formRules.ts'
import { defaultDevelopmentSettings } from '#shared/domain/development/settings.ts'
import { trainingClassFindings } from '#shared/domain/development/trainingRules.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'

const settings = defaultDevelopmentSettings
const today = dateOnly('2026-11-22')
const street = { name: '东街道党工委', type: 'DGW', branchKind: null, hasApprovalRight: true } as const
const sound: FormFacts = {
  status: 'issued',
  issuer: street,
  issuedOn: partialDate('2026-11-10'),
  state: 'cleared',
  preReviewOn: partialDate('2026-11-09'),
  meetingOn: null,
  others: 0,
}
const codes = (facts: Partial<FormFacts>) =>
  formFindings({ ...sound, ...facts }, today, settings).map(({ code, severity }) => `${code} ${severity}`)

describe('志愿书', () => {
  it('issued after 预审 by who may, and in time: nothing to say', () => {
    expect(codes({})).toEqual([])
  })

  it('DEV-53 issued by a community committee is red, in the box or void it says nothing', () => {
    const issuer = { ...street, name: '东环社区党委', type: 'SQW', hasApprovalRight: false } as const
    expect(codes({ issuer })).toEqual(['DEV-53 red'])
    expect(codes({ issuer, status: 'stock' })).toEqual([])
    expect(codes({ issuer, status: 'voided' })).toEqual([])
  })

  it('issued before 预审, or to who is not there yet', () => {
    expect(codes({ issuedOn: partialDate('2026-11-08') })).toEqual(['FORM_EARLY yellow'])
    expect(codes({ state: 'target', preReviewOn: null })).toEqual(['FORM_EARLY yellow'])
  })

  it('out for a month without a meeting; the last day of the month is still in time', () => {
    const early = { preReviewOn: partialDate('2026-09-01') }
    expect(codes({ ...early, issuedOn: partialDate('2026-10-22') })).toEqual([])
    expect(codes({ ...early, issuedOn: partialDate('2026-10-21') })).toEqual(['FORM_OUT yellow'])
    expect(
      codes({ ...early, issuedOn: partialDate('2026-10-21'), meetingOn: partialDate('2026-11-20') }),
    ).toEqual([])
  })

  it('with somebody whose file has ended, and a second one for the same person', () => {
    expect(codes({ state: 'ended' })).toEqual(['FORM_OUT orange'])
    expect(codes({ state: 'ended', status: 'returned' })).toEqual([])
    expect(codes({ others: 1 })).toEqual(['FORM_TWICE red'])
  })
})

describe('a class', () => {
  const held = {
    kind: 'target',
    fromOn: partialDate('2026-05-11'),
    toOn: partialDate('2026-05-13'),
    days: 3,
    hours: null,
  } as const
  const found = (facts: Partial<Parameters<typeof trainingClassFindings>[0]>) =>
    trainingClassFindings({ ...held, ...facts }, settings).map(({ code }) => code)

  it('DEV-09 three days or twenty-four hours will do', () => {
    expect(found({})).toEqual([])
    expect(found({ days: 2, hours: 24 })).toEqual([])
    expect(found({ days: 2, hours: 23 })).toEqual(['DEV-09'])
    expect(found({ days: null, hours: null })).toEqual([])
    expect(found({ kind: 'activist', days: 1 })).toEqual([])
  })

  it('more days than lie between its ends', () => {
    expect(found({ days: 4 })).toEqual(['TRAINING_DAYS'])
    expect(found({ days: 4, toOn: partialDate('2026-05') })).toEqual([])
  })
})
