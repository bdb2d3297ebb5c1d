import { describe, expect, it } from 'vitest'
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
