import { expect, it } from 'vitest'
import { aFileAt } from './developmentHarness.ts'

it('the roster shows the file somebody came in with, one line from the application to the archive', async () => {
  const { call, file } = await aFileAt('approvedOn')
  const { memberId } = await call('development.get', { id: file.id })
  const { entries } = await call('memberships.ofMember', { id: memberId ?? '' })
  const [line, ...others] = entries.filter(({ kind }) => kind === 'development')
  expect(others).toEqual([])
  expect(line).toMatchObject({ id: file.id, title: '发展党员（预备党员）', isNow: true, toOn: null })
  expect(line?.details.join()).toContain('支部大会讨论接收')
})

it('a file that ended is no longer going on in the roster', async () => {
  const { call, file } = await aFileAt('archivedOn')
  const { memberId } = await call('development.get', { id: file.id })
  const { entries } = await call('memberships.ofMember', { id: memberId ?? '' })
  expect(entries.find(({ kind }) => kind === 'development')).toMatchObject({
    title: '发展党员（正式党员）',
    isNow: false,
  })
})
