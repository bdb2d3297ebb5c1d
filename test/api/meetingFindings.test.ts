import { describe, expect, it } from 'vitest'
import { cells, codes, held, on } from './meetingComplianceHarness.ts'
import { aCount } from './meetingHarness.ts'
import { aMember, anIdNo, anOffice } from './samples.ts'

describe('findings of a branch and a year', () => {
  it('LIFE-01 to LIFE-07 of a year without a record', async () => {
    const office = await anOffice()
    const { version } = await office.call('organizations.get', { id: office.branchId })
    const fields = { committeeSeats: 3, secretaryName: '王书记' }
    await office.call('organizations.update', { id: office.branchId, version, fields })
    await office.call('members.create', { fields: aMember({ organizationId: office.branchId }) })
    await on(office, '2027-04-01')
    const found = await codes(office)
    expect(new Set(found.map((code) => code.slice(0, 7)))).toEqual(
      new Set(['LIFE-01', 'LIFE-02', 'LIFE-04', 'LIFE-05', 'LIFE-06', 'LIFE-07']),
    )
    expect(found).toContain('LIFE-01 red quarter 4')
    expect(found).toContain('LIFE-02 yellow month 1')
    expect(found).toContain('LIFE-02 red month 2')
    expect(found).toContain('LIFE-04 red year 1')
    expect(found.filter((code) => code === 'LIFE-06 red year 1')).toHaveLength(2)
  })

  it('LIFE-05 by the fixed day of the plan, LIFE-04 by the secretary’s own 党课, LIFE-06 by the year it is for', async () => {
    const office = await anOffice()
    await office.call('meetingPlans.save', {
      organizationId: office.branchId,
      year: 2026,
      version: null,
      fields: { themeDay: 5, remark: null, items: [] },
    })
    await held(office, '2026-10-12', ['themeDay'])
    await held(office, '2026-09-13', ['themeDay'])
    const lecture = { lectureTopic: '学习党章', lecturerName: '周书记', isSecretaryLecturing: true }
    await held(office, '2026-08-05', ['lecture'], lecture)
    await held(office, '2026-01-20', ['organizationLife', 'appraisal'], { lifeYear: 2025 })
    const found = await codes(office)
    expect(found).toContain('LIFE-05 yellow month 9')
    expect(found).not.toContain('LIFE-05 yellow month 10')
    expect(found).not.toContain('LIFE-04 yellow quarter 3')
    expect((await codes(office, 2025)).filter((code) => code.startsWith('LIFE-06'))).toEqual([])
    expect(await cells(office, 'organizationLife', 2025)).toEqual(['1 done'])
  })

  it('LIFE-09: 组织生活会 and 党员大会 in one need a vote of their own', async () => {
    const office = await anOffice()
    const both = ['branchMeeting', 'organizationLife'] as const
    await held(office, '2026-10-20', both, { lifeYear: 2026 })
    expect(await codes(office)).toContain('LIFE-09 yellow month 10')
    const other = await anOffice()
    await held(other, '2026-10-20', both, { lifeYear: 2026, items: [aCount(15, { matter: 'important' })] })
    expect(await codes(other)).not.toContain('LIFE-09 yellow month 10')
  })

  it('LIFE-07 counts as the list of those without a talk does', async () => {
    const office = await anOffice()
    for (const [n, name] of ['王一', '王二', '王三'].entries())
      await office.call('members.create', {
        fields: aMember({ organizationId: office.branchId, name, idNo: anIdNo('1970-05-04', n * 2 + 1) }),
      })
    await on(office, '2027-01-04')
    const { of, people } = await office.call('talks.without', { organizationId: office.branchId, year: 2026 })
    const { findings } = await office.call('meetings.compliance', {
      organizationId: office.branchId,
      year: 2026,
    })
    expect(findings.find(({ code }) => code === 'LIFE-07')?.message).toBe(
      `2026年有 ${people.length} 人没有谈心谈话记录（共 ${of} 人）`,
    )
  })
})
