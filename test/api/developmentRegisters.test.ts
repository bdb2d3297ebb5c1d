import { describe, expect, it } from 'vitest'
import type { FormStatus } from '#shared/domain/development/records.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { newest } from './activityHarness.ts'
import { aFileAt } from './developmentHarness.ts'
import { aClass } from './developmentRegistersHarness.ts'

type Office = Awaited<ReturnType<typeof aFileAt>>

async function forms({ call }: Office, status: FormStatus | null = null) {
  const { rows } = await call('forms.list', { status, text: null, offset: 0, limit: 50 })
  return rows
}

async function anOfficeWithForms() {
  const office = await aFileAt('preReviewOn')
  const { file } = office
  const { rootId: organizationId } = office
  await office.call('forms.stock', { organizationId, prefix: '2026', from: '0098', to: '0101' })
  return { office, file }
}

async function issued() {
  const { office, file } = await anOfficeWithForms()
  const [first] = await forms(office)
  if (!first) throw new Error('no form')
  const { id, version } = first
  await office.call('forms.issue', {
    id,
    version,
    fileId: file.id,
    issuedOn: partialDate('2026-11-20'),
    receivedBy: null,
  })
  return { office, file, id }
}

describe('志愿书登记', () => {
  it('a run of numbers keeps its zeros, and no number is there twice', async () => {
    const { office } = await anOfficeWithForms()
    expect((await forms(office)).map(({ serialNo }) => serialNo)).toEqual([
      '20260098',
      '20260099',
      '20260100',
      '20260101',
    ])
    const again = { organizationId: office.rootId, prefix: '2026', from: '0101', to: '0105' }
    expect((await office.refusal('forms.stock', again)).messageZh).toContain('20260101')
    expect(await forms(office)).toHaveLength(4)
    const backwards = await office.refusal('forms.stock', { ...again, from: '0201', to: '0200' })
    expect(backwards.fields).toMatchObject({ to: expect.stringContaining('止号小于起号') })
    const long = await office.refusal('forms.stock', { ...again, from: '1000', to: '2000' })
    expect(long.fields).toMatchObject({ to: expect.stringContaining('1001') })
  })

  it('issued to a person it stands in the file, and DEV-53 looks at who issued it', async () => {
    const { office, file, id } = await issued()
    const detail = await office.call('development.get', { id: file.id })
    expect(detail.form).toMatchObject({ id, serialNo: '20260098', issuedOn: '2026-11-20' })
    expect(detail.explanations.filter(({ code }) => code === 'DEV-53')).toHaveLength(1)
    const [row] = await forms(office, 'issued')
    expect(row?.file).toMatchObject({ id: file.id, name: '张新' })
    expect(row?.receivedBy).toBe('张新')
  })

  it('goes out once, comes back, goes out again; undo puts it back into the box', async () => {
    const { office, file, id } = await issued()
    const out = (await forms(office, 'issued'))[0]
    const twice = { id, version: out?.version ?? 0, fileId: file.id, receivedBy: null }
    const refused = await office.refusal('forms.issue', { ...twice, issuedOn: partialDate('2026-11-21') })
    expect(refused.messageZh).toBe('编号 20260098 的志愿书现在是“已领用”，不能发放')
    const back = { id, version: out?.version ?? 0, isFiled: false, remark: null }
    const early = await office.refusal('forms.takeBack', { ...back, returnedOn: partialDate('2026-11-19') })
    expect(early.fields).toMatchObject({ returnedOn: '收回日期早于领用日期，请核对' })
    await office.call('forms.takeBack', { ...back, returnedOn: partialDate('2026-11-21') })
    expect((await forms(office, 'returned'))[0]?.serialNo).toBe('20260098')
    await office.call('activity.undo', { seq: (await newest(office)).seq })
    expect((await forms(office, 'issued'))[0]?.returnedOn).toBeNull()
  })

  it('void ones keep their number and reason; trash and restore lose nothing', async () => {
    const { office } = await anOfficeWithForms()
    const [first] = await forms(office)
    const { id, version } = first ?? { id: '', version: 0 }
    await office.call('forms.void', { id, version, voidedOn: partialDate('2026-11-20'), reason: '填错两处' })
    const [row] = await forms(office, 'voided')
    expect(row).toMatchObject({ serialNo: '20260098', voidReason: '填错两处' })
    await office.call('forms.trash', { id, version: row?.version ?? 0, reason: '登错了' })
    expect(await forms(office)).toHaveLength(3)
    await office.call('trash.restore', { items: [{ kind: 'applicationForm', id }] })
    expect(await forms(office, 'voided')).toHaveLength(1)
  })

  it('an old version is refused', async () => {
    const { office, id } = await issued()
    const old = { id, version: 1, voidedOn: partialDate('2026-11-21'), reason: '作废' }
    expect((await office.refusal('forms.void', old)).code).toBe('STALE_WRITE')
  })
})

describe('培训班', () => {
  it('DEV-09: hours of a passed class stand in for what the file says', async () => {
    const office = await aFileAt('trainingTo')
    const { file } = office
    const before = await office.call('development.get', { id: file.id })
    await office.call('development.update', {
      id: file.id,
      version: before.version,
      fields: { trainingDays: 1, trainingHours: 8 },
    })
    const codes = async () =>
      (await office.call('development.get', { id: file.id })).findings.map(({ code }) => code)
    expect(await codes()).toContain('DEV-09')
    const fields = { ...aClass, organizationId: office.rootId }
    const held = await office.call('training.create', { fields })
    const place = { fileId: file.id, hours: 24, score: null, isPassed: true, certNo: '2026-001' }
    const full = await office.call('training.setPlaces', {
      id: held.id,
      version: held.version,
      places: [place],
    })
    expect(full).toMatchObject({ people: 1, passed: 1, places: [{ name: '张新', certNo: '2026-001' }] })
    expect(await codes()).not.toContain('DEV-09')
    const twice = { id: held.id, version: full.version, places: [place, place] }
    expect((await office.refusal('training.setPlaces', twice)).messageZh).toContain('同一个人')
    await office.call('training.trash', { id: held.id, version: full.version, reason: '登错了' })
    expect(await codes()).toContain('DEV-09')
  })

  it('a class that is too short says so; one that ends before it begins is refused', async () => {
    const office = await aFileAt('appliedOn')
    const fields = { ...aClass, organizationId: office.rootId }
    const short = await office.call('training.create', { fields: { ...fields, days: 2, hours: 16 } })
    expect(short.findings.map(({ code }) => code)).toEqual(['DEV-09'])
    const backwards = { ...fields, toOn: partialDate('2026-05-10') }
    const refused = await office.refusal('training.create', { fields: backwards })
    expect(refused.fields).toMatchObject({ toOn: '结束日期早于开始日期，请核对' })
  })
})

describe('工作日历', () => {
  it('DEV-07: a day set by hand is judged by at once, and taken back as well', async () => {
    const office = await aFileAt('targetOn')
    const { file } = office
    const { steps, findings } = await office.call('development.get', { id: file.id })
    expect(findings.map(({ code }) => code)).not.toContain('DEV-07')
    const from = steps.find(({ milestone }) => milestone === 'publicityFrom')?.doneOn ?? ''
    const to = steps.find(({ milestone }) => milestone === 'publicityTo')?.doneOn ?? ''
    const { days } = await office.call('calendar.year', { year: Number(from.slice(0, 4)) })
    const worked = days.filter(({ day, isWorkingDay }) => day >= from && day <= to && isWorkingDay)
    for (const { day } of worked.slice(0, worked.length - 4))
      await office.call('calendar.setDay', { day, isWorkingDay: false, name: '台风停工' })
    const row = async () => {
      const input = {
        organizationId: null,
        text: null,
        states: [],
        finding: 'DEV-07',
        dueBy: null,
        sort: 'due' as const,
        offset: 0,
        limit: 10,
      }
      return (await office.call('development.list', input)).total
    }
    expect(await row()).toBe(1)
    const year = await office.call('calendar.year', { year: Number(from.slice(0, 4)) })
    expect(year.days.find(({ day }) => day === worked[0]?.day)).toMatchObject({
      isWorkingDay: false,
      name: '台风停工',
      set: expect.anything(),
    })
    for (const { day } of worked)
      await office.call('calendar.setDay', { day, isWorkingDay: null, name: null })
    expect(await row()).toBe(0)
  })

  it('a year without a calendar says so', async () => {
    const office = await aFileAt('appliedOn')
    expect((await office.call('calendar.year', { year: 2026 })).isKnown).toBe(true)
    expect((await office.call('calendar.year', { year: 2031 })).isKnown).toBe(false)
  })
})
