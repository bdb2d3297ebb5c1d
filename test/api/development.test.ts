import { describe, expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import {
  aFileAt,
  anEvent,
  aPerson,
  aVote,
  standingDates,
  walkTo,
  withApproval,
} from './developmentHarness.ts'
import { rawLedger } from './rawLedger.ts'
import { anIdNo, anOffice, aStaffedOffice } from './samples.ts'
import { testAdministrator } from './testCore.ts'

describe('a file', () => {
  it('begins with the application and fills in what the ID number says', async () => {
    const { call, branchId } = await anOffice()
    const fields = aPerson(branchId, { gender: null, birthDate: null })
    const file = await call('development.create', { fields, appliedOn: partialDate('2026-03-01') })
    expect(file.fields).toMatchObject({ name: '张新', gender: '1', birthDate: '1995-05-05' })
    expect(standingDates(file)).toEqual({ appliedOn: '2026-03-01' })
    expect(file).toMatchObject({ state: 'applicant', memberId: null, version: 1 })
  })

  it('DEV-01: who applied before 18 is taken in only with a reason, which stands with the application', async () => {
    const { call, refusal, branchId } = await anOffice()
    const fields = aPerson(branchId, { idNo: anIdNo('2008-03-02', 1), birthDate: null })
    const tooYoung = { fields, appliedOn: partialDate('2026-03-01') }
    expect(await refusal('development.create', tooYoung)).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('申请时不满 18 周岁（2026年3月2日年满）'),
    })
    const { steps } = await call('development.create', { ...tooYoung, overrideReason: '原件如此' })
    expect(steps).toMatchObject([{ milestone: 'appliedOn', overrideReason: '原件如此' }])
    const grown = aPerson(branchId, { idNo: anIdNo('2008-03-01', 3), birthDate: null })
    const file = await call('development.create', { ...tooYoung, fields: grown, overrideReason: '多余的话' })
    expect(file.steps).toMatchObject([{ milestone: 'appliedOn', overrideReason: null }])
  })

  it('one person, one file: another is refused while one is open, whatever branch it is in', async () => {
    const { call, refusal, branchId, otherBranchId } = await anOffice()
    await call('development.create', { fields: aPerson(branchId), appliedOn: partialDate('2026-03-01') })
    const again = { fields: aPerson(otherBranchId, { name: '张心' }), appliedOn: partialDate('2026-04-01') }
    expect(await refusal('development.create', again)).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('“张新”已有一份没有办结的发展党员档案'),
    })
  })

  it('a person whose file has ended may begin another', async () => {
    const { call, branchId } = await anOffice()
    const first = await call('development.create', {
      fields: aPerson(branchId),
      appliedOn: partialDate('2020-03-01'),
    })
    const ending = { ...anEvent(first, '2021-03-01'), kind: 'end', cause: 'withdrawn' } as const
    expect(await call('development.recordEvent', ending)).toMatchObject({ state: 'ended' })
    const again = { fields: aPerson(branchId), appliedOn: partialDate('2026-04-01') }
    expect(await call('development.create', again)).toMatchObject({ state: 'applicant' })
  })

  it('takes no broken ID number, no day of tomorrow and no organisation that is not a branch', async () => {
    const { call, refusal, branchId, communityId } = await anOffice()
    const wrong = async (fields: Parameters<typeof aPerson>[1], appliedOn = '2026-03-01') =>
      (
        await refusal('development.create', {
          fields: aPerson(branchId, fields),
          appliedOn: partialDate(appliedOn),
        })
      ).fields
    expect(await wrong({ idNo: '110105199505050010' })).toHaveProperty('idNo')
    expect(await wrong({}, '2026-11-22')).toHaveProperty('appliedOn')
    expect(await wrong({ organizationId: communityId })).toHaveProperty('organizationId')
    expect(await wrong({ phone: '139****1234' })).toHaveProperty('phone')
    const file = await call('development.create', { fields: aPerson(branchId), appliedOn: null })
    const stale = { id: file.id, version: 9, fields: { remark: '改' } }
    expect(await refusal('development.update', stale)).toMatchObject({ code: 'STALE_WRITE' })
    const saved = await call('development.update', { ...stale, version: file.version })
    expect(saved.fields).toMatchObject({ remark: '改', name: '张新' })
  })

  it('shows its numbers masked, and whole only to who asks, with a line in the log', async () => {
    const { call, file } = await aFileAt('talkedOn')
    expect(JSON.stringify(file)).not.toContain('13900001234')
    expect(JSON.stringify(file)).not.toContain(anIdNo('1995-05-05', 1))
    const shown = await call('development.reveal', { id: file.id })
    expect(shown).toEqual({ idNo: anIdNo('1995-05-05', 1), phone: '13900001234' })
  })

  it('goes to the trash and comes back, but not beside another that is open by then', async () => {
    const { call, refusal, file, branchId } = await aFileAt('talkedOn')
    await call('development.trash', { id: file.id, version: file.version, reason: '录错了' })
    expect(await call('development.get', { id: file.id })).toMatchObject({ deletedReason: '录错了' })
    const other = await call('development.create', { fields: aPerson(branchId), appliedOn: null })
    const items = [{ kind: 'developmentFile', id: file.id }] as const
    expect(await refusal('trash.restore', { items: [...items] })).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('不能恢复“张新”的发展党员档案'),
    })
    await call('development.trash', { id: other.id, version: other.version, reason: '重复' })
    await call('trash.restore', { items: [...items] })
    expect(await call('development.get', { id: file.id })).toMatchObject({
      deletedAt: null,
      state: 'applicant',
    })
  })
})

describe('the people and papers of a file', () => {
  it('setGuarantors: those left out end on the day, they are not forgotten; nobody vouches for himself', async () => {
    const { call, refusal, file } = await aFileAt('contactsOn')
    const people = (...names: readonly string[]) =>
      names.map((name) => ({ memberId: null, name, isKin: false }))
    const set = async (version: number, on: string, ...names: readonly string[]) =>
      call('development.setGuarantors', {
        id: file.id,
        version,
        duty: 'contact',
        on: partialDate(on),
        people: people(...names),
      })
    const first = await set(file.version, '2023-09-20', '甲某', '乙某')
    const second = await set(first.version, '2024-02-01', '乙某', '丙某')
    expect(second.guarantors.map(({ name, fromOn, toOn }) => [name, fromOn, toOn])).toEqual([
      ['甲某', '2023-09-20', '2024-02-01'],
      ['乙某', '2023-09-20', null],
      ['丙某', '2024-02-01', null],
    ])
    const twice = {
      id: file.id,
      version: second.version,
      duty: 'contact',
      on: partialDate('2024-03-01'),
    } as const
    expect(
      (await refusal('development.setGuarantors', { ...twice, people: people('甲某', '甲某') })).fields,
    ).toHaveProperty('people')
  })

  it('reviews are saved, changed and removed; materials are put one by one', async () => {
    const { call, file } = await aFileAt('contactsOn')
    const review = {
      id: file.id,
      kind: 'activist',
      reviewedOn: partialDate('2024-03-08'),
      contactOpinion: '表现较好',
      branchOpinion: null,
      signedBy: '周书记',
    } as const
    const saved = await call('development.saveReview', { ...review, version: file.version, reviewId: null })
    const reviewId = saved.reviews[0]?.id ?? ''
    const changed = await call('development.saveReview', {
      ...review,
      version: saved.version,
      reviewId,
      reviewedOn: partialDate('2024-03-09'),
    })
    expect(changed.reviews).toMatchObject([{ reviewedOn: '2024-03-09' }])
    const without = await call('development.removeReview', {
      id: file.id,
      version: changed.version,
      reviewId,
    })
    expect(without.reviews).toEqual([])
    const paper = { isOriginal: true, copies: 1, pages: 3, formedOn: partialDate('2023-03-01'), note: null }
    const put = await call('development.setMaterials', {
      id: file.id,
      version: without.version,
      materials: [{ materialNo: 'M1', isPresent: true, ...paper }],
    })
    const again = await call('development.setMaterials', {
      id: file.id,
      version: put.version,
      materials: [{ materialNo: 'M1', isPresent: false, ...paper, note: '遗失' }],
    })
    expect(again.materials.find(({ materialNo }) => materialNo === 'M1')).toMatchObject({
      isPresent: false,
      note: '遗失',
    })
  })

  it('a vote that failed has no step: it is saved with its day and falls away with the return', async () => {
    const { call, refusal, file } = await aFileAt('formOn')
    const failed = { subject: 'admission', vote: aVote(20, 15, 9) } as const
    const versioned = { id: file.id, version: file.version }
    expect((await refusal('development.saveVote', { ...versioned, ...failed })).fields).toHaveProperty(
      'heldOn',
    )
    const voted = await call('development.saveVote', {
      ...versioned,
      ...failed,
      heldOn: partialDate('2024-12-10'),
    })
    expect(voted).toMatchObject({ state: 'cleared', votes: [{ heldOn: '2024-12-10', supersededBy: null }] })
    const back = await call('development.recordEvent', {
      ...anEvent(voted, '2024-12-20'),
      kind: 'return',
      cause: 'vote',
      to: 'target',
    })
    expect(back.state).toBe('target')
    expect(back.votes[0]?.supersededBy).toBe(back.events[0]?.id)
  })
})

it('a purged file takes its parts and findings along; its booklet keeps its number', async () => {
  const office = await withApproval(await aStaffedOffice())
  const { call, rootId, branchId } = office
  const created = await call('development.create', {
    fields: aPerson(branchId),
    appliedOn: partialDate('2023-03-01'),
  })
  const file = await walkTo(office, created, 'preReviewOn')
  await call('forms.stock', { organizationId: rootId, prefix: 'A', from: '001', to: '001' })
  const [form] = (await call('forms.list', { status: null, text: null, offset: 0, limit: 10 })).rows
  if (!form) throw new Error('no form')
  const issued = { fileId: file.id, issuedOn: partialDate('2024-12-05'), receivedBy: null }
  await call('forms.issue', { id: form.id, version: form.version, ...issued })
  const { version } = await call('development.get', { id: file.id })
  await call('development.trash', { id: file.id, version, reason: '录错了' })
  const emptying = { kind: null, olderThanDays: 0, reason: '清理', ownPassword: testAdministrator.password }
  await office.as('systemAdministrator').call('trash.empty', emptying)
  const raw = await rawLedger(office)
  const count = (table: string) => raw.prepare(`select count(*) as n from ${table}`).get()
  for (const table of ['files', 'steps', 'status', 'findings'])
    expect([table, count(`development_${table}`)]).toEqual([table, { n: 0 }])
  const left = raw.prepare('select serial_no, file_id from application_forms').all()
  expect(left).toEqual([{ serial_no: 'A001', file_id: null }])
})
