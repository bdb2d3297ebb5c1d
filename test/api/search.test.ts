import { describe, expect, it } from 'vitest'
import { personRow, rosterWorkbook } from '../unit/imports/workbooks.ts'
import { importFile } from './importsHarness.ts'
import { aStandardOffice } from './office.ts'
import { aMember, anIdNo, aStreet } from './samples.ts'
import { signedInCore } from './testCore.ts'

async function roster(names: readonly string[]) {
  const test = await signedInCore()
  const street = await aStreet(test)
  for (const [i, name] of names.entries())
    await test.call('members.create', {
      fields: aMember({
        organizationId: street.branchId,
        name,
        idNo: anIdNo('1960-01-01', i),
        mobile: `1391234000${i}`,
      }),
    })
  const find = async (text: string) =>
    (await test.call('members.search', { text, limit: 50 })).hits.map((hit) => hit.name)
  return { ...test, ...street, find }
}

describe('one search box', () => {
  it.each([
    ['张三', 'zs'],
    ['张三', 'zhangs'],
    ['张三', 'zhangsan'],
    ['张三', 'zsan'],
    ['张三', '张'],
    ['张三', '三'],
    ['张三', ' 张 三 '],
    ['曾建国', 'zeng'],
    ['曾建国', 'zjg'],
    ['曾建国', 'zengjg'],
    ['单雄', 'shan'],
    ['仇英', 'qiu'],
    ['解缙', 'xie'],
    ['吕布', 'lv'],
    ['吕布', 'lubu'],
    ['欧阳修', 'ouyang'],
    ['重远', 'chongyuan'],
    ['重远', 'zhongyuan'],
    ['买买提·艾力', '买买提艾力'],
    ['买买提·艾力', '艾力'],
    ['𠮷野', '𠮷'],
    ['李㛃', '㛃'],
  ])('finds %s by “%s”', async (name, text) => {
    const { find } = await roster([name, '王五'])
    expect(await find(text)).toEqual([name])
  })

  it('does not find 张三 by initials of somebody else', async () => {
    const { find } = await roster(['张三'])
    expect(await find('zl')).toEqual([])
    expect(await find('san')).toEqual([])
  })

  it('puts whoever is called so before whoever is called something longer: li is 李 before 梁', async () => {
    const { find } = await roster(['梁艾', '李真', '梁宝'])
    expect(await find('li')).toEqual(['李真', '梁艾', '梁宝'])
  })

  it('finds by any part of the ID number, by mobile, by branch', async () => {
    const { find } = await roster(['张三', '李四'])
    expect(await find('19600101')).toHaveLength(2)
    expect(await find(anIdNo('1960-01-01', 1).slice(-4))).toContain('李四')
    expect(await find(anIdNo('1960-01-01', 1))).toEqual(['李四'])
    expect(await find('13912340001')).toEqual(['李四'])
    expect(await find('东环第一')).toHaveLength(2)
    expect(await find('没有的支部')).toEqual([])
  })

  it('treats % and _ as text', async () => {
    const { find } = await roster(['张三'])
    expect(await find('%')).toEqual([])
    expect(await find('_')).toEqual([])
  })

  it('follows a change of name and of reading at once', async () => {
    const { call, find } = await roster(['张三'])
    const hit = (await call('members.search', { text: 'zs', limit: 1 })).hits[0]
    const { id, version } = await call('members.get', { id: hit?.id ?? '' })
    await call('members.update', { id, version, fields: { name: '李四', nameReading: 'li xi' } })
    expect(await find('zs')).toEqual([])
    expect(await find('lx')).toEqual(['李四'])
    expect(await find('ls')).toEqual([])
  })
})

it('an account of a community finds its own behind hundreds of others', async () => {
  const office = await aStandardOffice()
  const rows = Array.from({ length: 420 }, (_, i) =>
    personRow(i, {
      name: `东丁${i % 2 === 0 ? '哥' : '弟'}`,
      idNo: anIdNo(`19${60 + Math.floor(i / 200)}-01-01`, i % 200),
      branch: '西湖第一党支部',
      mobile: null,
    }),
  )
  await importFile(office, 'roster', '名册.xlsx', rosterWorkbook(rows))
  const hits = async (staff: 'street' | 'east', text: string) =>
    (await office.as[staff].call('members.search', { text, limit: 5 })).hits.map(({ name }) => name)
  expect(await hits('street', '东')).toEqual(Array.from({ length: 5 }, () => expect.stringMatching(/^东丁/)))
  for (const text of ['东', 'dong', 'd', '1101', '支部'])
    expect(await hits('east', text)).toEqual(Array.from({ length: 5 }, () => expect.stringMatching(/^东环/)))
})
