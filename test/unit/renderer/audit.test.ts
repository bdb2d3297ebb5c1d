import { describe, expect, it } from 'vitest'
import { roles } from '#shared/contract/rights.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { placesOf } from '../../../renderer/app/places.ts'
import { filterInput, isNarrowed, noFilter } from '../../../renderer/features/audit/auditFilter.ts'
import { beyondTitle } from '../../../renderer/features/audit/entryText.ts'
import { checkResults } from '../../../renderer/features/audit/checkResults.ts'
import { verificationText } from '../../../renderer/features/audit/verificationText.ts'

const today = dateOnly('2026-11-21')
const good = { entries: 1234, ok: true, lastGood: 1234, problem: null, anchors: 2, replaced: 0 }

describe('the auditor’s filter', () => {
  it('asks for everything until something is chosen', () => {
    expect(isNarrowed(noFilter)).toBe(false)
    expect(Object.values(filterInput(noFilter, today)).every((value) => value === null)).toBe(true)
  })

  it('sends no blank text', () => {
    expect(filterInput({ ...noFilter, text: '  ' }, today).text).toBeNull()
    expect(isNarrowed({ ...noFilter, route: 'accounts.signIn' })).toBe(true)
  })
})

describe('what an entry says besides its title', () => {
  const beyond = (title: string, detail: string | null) => beyondTitle({ title, detail })

  it('says no word of the title twice, in entries of earlier versions either', () => {
    expect(beyond('退出登录', '退出登录（关闭程序）')).toBe('关闭程序')
    expect(beyond('新建账号', '新建账号：某某（leader），角色：书记（领导）')).toBe(
      '某某（leader），角色：书记（领导）',
    )
    expect(beyond('备份', '备份 20261122.zip')).toBe('20261122.zip')
  })

  it('is nothing where the title says all, and whole where it says something else', () => {
    expect(beyond('登录', '登录')).toBeNull()
    expect(beyond('锁屏', null)).toBeNull()
    expect(beyond('登录', '账号 admin 的密码不对，3 次')).toBe('账号 admin 的密码不对，3 次')
    expect(beyond('建立系统管理员', '某某（boss）')).toBe('某某（boss）')
  })
})

describe('the result of checking the log', () => {
  it('says how many entries are as they were written', () => {
    expect(verificationText(good)).toMatchObject({ isGood: true, title: '1,234 条，完好' })
  })

  it('names the first entry that is not, and what is wrong with it', () => {
    const bad = verificationText({ ...good, ok: false, lastGood: 7, problem: '第 8 条被改过' })
    expect(bad).toMatchObject({ isGood: false, title: '前 7 条完好，从第 8 条起对不上' })
    expect(bad.text).toContain('第 8 条被改过')
    expect(verificationText({ ...good, ok: false, lastGood: 0 }).title).toBe('日志从第 1 条起就对不上')
  })

  it('counts the logs of before a restore, and says apart when only those are wrong', () => {
    expect(verificationText({ ...good, replaced: 12 }).text).toContain('恢复前的日志 12 条也完好')
    expect(verificationText(good).text).not.toContain('恢复前')
    const bad = verificationText({ ...good, ok: false, problem: '恢复前的日志第 8 条不见了' })
    expect(bad).toMatchObject({ isGood: false, title: '1,234 条完好，但校验没有通过' })
    expect(bad.text).toContain('恢复前的日志第 8 条不见了')
  })

  it('is one of three of the check of the data, each judged by itself', () => {
    const found = { integrity: 'ok', foreignKeys: 0, migrations: 4, audit: good, counts: {} }
    const bad = (change: Partial<typeof found>) =>
      checkResults({ ...found, ...change })
        .filter(({ isGood }) => !isGood)
        .map(({ key }) => key)
    expect(bad({})).toEqual([])
    expect(bad({ integrity: 'row 3 missing from index' })).toEqual(['integrity'])
    expect(bad({ foreignKeys: 2 })).toEqual(['foreignKeys'])
    expect(bad({ audit: { ...good, ok: false } })).toEqual(['audit'])
  })
})

describe('the main navigation', () => {
  const labels = (role: (typeof roles)[number]) => placesOf(role).map(({ label }) => label)

  it('shows administrator and auditor no place with records', () => {
    for (const role of ['systemAdministrator', 'auditor'] as const) {
      for (const label of ['党组织', '党员花名册', '导入', '操作记录'])
        expect(labels(role)).not.toContain(label)
    }
  })

  it('shows the leader nothing to write with', () => {
    expect(labels('leader')).toEqual(
      labels('streetClerk').filter((label) => !['导入', '回收站', '备份', '数据检查'].includes(label)),
    )
  })

  it.each(roles)('brings a %s to the home page, where the state of the backups stands', (role) => {
    expect(placesOf(role)[0]?.to).toBe('/')
  })
})
