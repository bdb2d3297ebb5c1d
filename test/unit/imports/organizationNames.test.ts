import { expect, it } from 'vitest'
import { likeness, organizationKey, shortNameOf } from '#core/imports/organizationNames.ts'
import { branchFromText } from '#core/imports/readRoster.ts'

it.each([
  ['东环社区第一党支部', '东环社区第一党支部'],
  [' 东环社区 第一党支部', '东环社区第一党支部'],
  ['中共测试街道东环社区第一支部委员会', '东环社区第一党支部'],
  ['中国共产党某市某区测试街道东环社区第一支部', '东环社区第一党支部'],
  ['东环社区第1党支部', '东环社区第一党支部'],
  ['东环社区第12支部', '东环社区第十二党支部'],
  ['测试街道机关退休干部党支部', '机关退休干部党支部'],
  ['街道机关退休干部党支部', '机关退休干部党支部'],
  ['东环社区街道口网格党支部', '东环社区街道口网格党支部'],
  ['东环社区总支部委员会', '东环社区党总支'],
])('brings %s down to %s', (name, key) => {
  expect(organizationKey(name)).toBe(key)
})

it('keeps branches of two numbers or two communities apart', () => {
  expect(organizationKey('东环社区第一党支部')).not.toBe(organizationKey('东环社区第二党支部'))
  expect(organizationKey('东环社区第一党支部')).not.toBe(organizationKey('西环社区第一党支部'))
})

it('measures likeness from 0 for nothing in common to 1 for the same', () => {
  expect(likeness('东环社区党支部', '东环社区党支部')).toBe(1)
  expect(likeness('东环社区第一党支部', '东环第一党支部')).toBeGreaterThan(0.6)
  expect(likeness('东环社区第一党支部', '柳湖科技有限公司党支部')).toBeLessThan(0.4)
  expect(likeness('甲', '乙')).toBe(0)
})

it.each([
  ['中共测试街道工作委员会', '测试街道党工委'],
  ['中共测试街道东环社区委员会', '东环社区党委'],
  ['中共测试街道东环社区第一支部委员会', '东环社区第一党支部'],
  ['柳湖科技有限公司党支部', '柳湖科技有限公司党支部'],
  ['东环社区居民委员会党支部', '东环社区居民委员会党支部'],
])('shortens %s to %s', (name, short) => {
  expect(shortNameOf(name)).toBe(short)
})

it('finds the branch a title names, and none in a title of the whole street', () => {
  expect(branchFromText('东环社区第一党支部党员花名册')).toBe('东环社区第一党支部')
  expect(branchFromText('填报单位（盖章）：东环社区第一党支部　填报时间：2026年')).toBe('东环社区第一党支部')
  expect(branchFromText('测试街道党员花名册（截至2026年10月31日）')).toBeNull()
})

it('does not take one community’s branch for another’s, however alike their numbers are', () => {
  expect(likeness('樱花社区第一网格党支部', '兰亭社区第一网格党支部')).toBe(0)
  expect(likeness('御园社区第一网格党支部', '梅园社区第一网格党支部')).toBe(0)
  expect(likeness('园林路社区第一网格党支部', '园林社区第一网格党支部')).toBeGreaterThan(0.8)
})
