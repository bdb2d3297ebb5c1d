import { describe, expect, it } from 'vitest'
import { instant } from '#shared/lib/dates.ts'
import { commandItems, organizationItems, rosterItems } from '../../../renderer/app/paletteItems.ts'
import { blankDraft, changedOnly } from '../../../renderer/features/organizations/fields.ts'
import { termDefault } from '../../../renderer/features/organizations/term.ts'
import { formatInstant } from '../../../renderer/lib/formatInstant.ts'
import { organizationInput } from '#shared/contract/organizations.ts'
import { matchesKeys } from '../../../renderer/ui/keys.ts'
import { nest } from '../../../renderer/ui/tree.ts'
import { smallTree } from './organizationSample.ts'

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('keys', () => {
  it('tells apart the keys held down', () => {
    expect(matchesKeys(press('s', { ctrlKey: true }), 'Ctrl+S')).toBe(true)
    expect(matchesKeys(press('S', { ctrlKey: true, shiftKey: true }), 'Ctrl+S')).toBe(false)
    expect(matchesKeys(press('s'), 'Ctrl+S')).toBe(false)
    expect(matchesKeys(press('n', { altKey: true }), 'Alt+N')).toBe(true)
  })

  it('takes a sign whichever way the keyboard types it', () => {
    expect(matchesKeys(press('/'), '/')).toBe(true)
    expect(matchesKeys(press('/', { shiftKey: true }), '/')).toBe(true)
  })
})

describe('the search box', () => {
  it('finds what to do by name or by what else people call it', () => {
    expect(commandItems('导出', 'streetClerk').map(({ label }) => label)).toEqual(['导出名册'])
    expect(commandItems('excel', 'streetClerk').map(({ label }) => label)).toEqual([
      '导入花名册',
      '导入党组织',
    ])
  })

  it('offers nothing the role may not do', () => {
    expect(commandItems('excel', 'leader')).toEqual([])
    expect(commandItems('', 'leader').map(({ label }) => label)).not.toContain('新增党员')
  })

  it('never puts digits of an ID number or a phone into an address', () => {
    expect(rosterItems('1391234')).toEqual([])
    expect(rosterItems('张三')[0]?.to).toBe('/members?q=%E5%BC%A0%E4%B8%89')
  })

  it('puts names that begin with what was typed first, and says whose they are', () => {
    const items = organizationItems(smallTree, '支部')
    expect(items.map(({ label, note, end }) => [label, note, end])).toContainEqual([
      '旧支部',
      '社区',
      '已撤销',
    ])
    expect(organizationItems(smallTree, '二')[0]?.label).toBe('二支部')
  })
})

describe('the form of an organisation', () => {
  const before = organizationInput.parse({ ...blankDraft('ZB'), fullName: '中共甲支部', shortName: '甲支部' })

  it('sends only what was changed', () => {
    expect(changedOnly(before, { ...before, jointUnits: [] })).toEqual({})
    expect(changedOnly(before, { ...before, shortName: '乙支部', jointUnits: ['丙公司'] })).toEqual({
      shortName: '乙支部',
      jointUnits: ['丙公司'],
    })
  })

  it('ORG-10: proposes five years for a community, three for a company, none for the working committee', () => {
    expect(termDefault({ type: 'ZB', branchKind: 'DD', unitNature: 'SQ' }).years).toBe(5)
    expect(termDefault({ type: 'ZB', branchKind: 'LX', unitNature: 'FG' }).years).toBe(3)
    expect(termDefault({ type: 'DGW', branchKind: null, unitNature: 'JG' }).years).toBeNull()
    expect(termDefault({ type: 'ZB', branchKind: 'DD', unitNature: null }).years).toBeUndefined()
  })
})

describe('small things', () => {
  it('shows times in the time of the office', () => {
    expect(formatInstant(instant(new Date('2026-01-14T16:30:00.000Z')))).toBe('2026-01-15 00:30')
  })

  it('puts an item whose parent is not in the list at the top', () => {
    const branches = nest([
      { id: 'b', parentId: 'gone' },
      { id: 'c', parentId: 'b' },
    ])
    expect(branches).toEqual([
      { item: { id: 'b', parentId: 'gone' }, children: [{ item: { id: 'c', parentId: 'b' }, children: [] }] },
    ])
  })
})
