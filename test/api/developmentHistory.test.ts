import { expect, it } from 'vitest'
import { aFileAt, anEvent, aStep } from './developmentHarness.ts'

it('the history of a file names what was done to its steps, also of one that was taken away', async () => {
  const { call, file } = await aFileAt('appliedOn')
  const talked = await call(
    'development.recordStep',
    aStep(file, 'talkedOn', '2023-03-20', { people: '周书记' }),
  )
  await call('development.setMaterials', {
    id: talked.id,
    version: talked.version,
    materials: [
      {
        materialNo: 'M2',
        isPresent: true,
        isOriginal: true,
        copies: 1,
        pages: 2,
        formedOn: null,
        note: null,
      },
    ],
  })
  const { version } = await call('development.get', { id: file.id })
  await call('development.removeStep', { id: file.id, version, milestone: 'talkedOn', reason: '登记错了' })
  const { entries } = await call('activity.history', { kind: 'developmentFile', id: file.id })
  const texts = entries.map(({ fields }) => fields.map(({ old, new: now }) => `${old}>${now}`).join(' '))
  expect(texts).toContain('>派人谈话')
  expect(texts.some((text) => text.includes('周书记>'))).toBe(true)
  expect(new Set(entries.map(({ seq }) => seq)).size).toBe(4)
  expect(texts.some((text) => text.includes('与入党申请人谈话记录'))).toBe(true)
  expect(
    entries
      .flatMap(({ fields }) => fields)
      .filter(({ field }) => field.includes('.'))
      .some(({ canPutBack }) => canPutBack),
  ).toBe(false)
})

it('the history of a file leaves out what was done to the files of others of the same name', async () => {
  const { call, file, branchId } = await aFileAt('talkedOn')
  const other = await call('development.create', {
    fields: { ...file.fields, organizationId: branchId, idNo: null, phone: null },
    appliedOn: null,
  })
  const { entries } = await call('activity.history', { kind: 'developmentFile', id: other.id })
  expect(entries.every(({ action }) => action === 'added')).toBe(true)
})

it('the history of a file tells which steps a return took out of the count', async () => {
  const { call, file } = await aFileAt('targetOn')
  await call('development.recordEvent', {
    ...anEvent(file, '2024-10-20'),
    kind: 'return',
    cause: 'politicalReview',
    to: 'activist',
  })
  const { entries } = await call('activity.history', { kind: 'developmentFile', id: file.id })
  const [last] = entries
  const texts = last?.fields.map(({ old, new: now }) => `${old}>${now}`)
  expect(texts).toContain('列为发展对象>不再算数')
  expect(texts).toContain('>退回')
})
