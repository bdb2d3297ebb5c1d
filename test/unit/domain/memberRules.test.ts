import { describe, expect, it } from 'vitest'
import { memberCompleteness } from '#shared/domain/memberRules.ts'
import { isMemberField } from '#shared/domain/memberFields.ts'
import { findingTitles } from '#shared/labels/findings.ts'
import { aMember, aProbationaryMember, findingsOf, summaryOf } from './aMember.ts'

describe('completeness (STA-06)', () => {
  it('counts the required fields, and 转正日期 only of a 正式党员', () => {
    expect(memberCompleteness(aMember())).toEqual({ filled: 11, total: 11, missing: [] })
    expect(memberCompleteness(aProbationaryMember())).toEqual({ filled: 10, total: 10, missing: [] })
  })

  it('lists what is missing', () => {
    const facts = aMember({ ethnicity: null, education: '', regularOn: null })
    expect(memberCompleteness(facts)).toEqual({
      filled: 8,
      total: 11,
      missing: ['ethnicity', 'education', 'regularOn'],
    })
  })

  it('names the gaps in one finding, without those that have their own', () => {
    const facts = aMember({ ethnicity: null, education: null, joinedOn: null })
    expect(summaryOf(facts)).toEqual(['yellow JOIN_DATE_MISSING joinedOn', 'blue STA-06 ethnicity'])
    expect(findingsOf(facts).at(-1)?.message).toBe('信息不完整，缺：民族、学历')
  })

  it('NAME_MISSING blocks', () => {
    expect(summaryOf(aMember({ name: '' }))).toEqual(['block NAME_MISSING name'])
  })
})

describe('新社会阶层 against the post (domain 2.2.5)', () => {
  it.each(['0111', '013', '0164', '01', '21', '313', '42', '4'])(
    'STRATUM_CONFLICT for post %s',
    (jobPost) => {
      expect(summaryOf(aMember({ jobPost, newStratum: '4' }))).toEqual(['yellow STRATUM_CONFLICT newStratum'])
    },
  )

  it.each(['021', '0253', '113', '505', '504', '0'])('nothing for post %s', (jobPost) => {
    expect(summaryOf(aMember({ jobPost, newStratum: '4' }))).toEqual([])
  })

  it('nothing where it says there is none', () => {
    expect(summaryOf(aMember({ jobPost: '0111', newStratum: '0' }))).toEqual([])
    expect(summaryOf(aMember({ jobPost: '0111', newStratum: null }))).toEqual([])
  })
})

describe('findings', () => {
  const broken = aMember({
    name: null,
    idNo: '1.1E+17',
    gender: null,
    joinedOn: null,
    regularOn: null,
    isLost: true,
    partyStatus: 'LC',
    partyStatusKind: 'CD-KC',
    jobPost: '0111',
    newStratum: '4',
  })

  it('stand beside fields of the record, have a title, a basis and a sentence', () => {
    const found = findingsOf(broken)
    expect(found.length).toBeGreaterThan(6)
    for (const each of found) {
      expect(each.field === null || isMemberField(each.field)).toBe(true)
      expect(findingTitles).toHaveProperty(each.code)
      expect(each.basis).not.toBe('')
      expect(each.message).not.toMatch(/[,;:!?]|undefined|null|NaN/)
    }
  })

  it('say each fact once', () => {
    const lines = summaryOf(broken)
    expect(new Set(lines).size).toBe(lines.length)
  })
})
