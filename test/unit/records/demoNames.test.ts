import { expect, it } from 'vitest'
import { demoName } from '#core/demo/demoNames.ts'
import { seededRandom } from '#core/demo/random.ts'

it('no person of the demo office is called as somebody history knows', () => {
  const random = seededRandom(4)
  const names = new Set(Array.from({ length: 60_000 }, (_, n) => demoName(random, n % 2 === 0).name))
  expect(names.size).toBeGreaterThan(10_000)
  const known = ['孔子', '孔明', '诸葛亮', '孙文', '曹子建', '朱德', '姚明', '胡志明', '刘永福']
  expect(known.filter((name) => names.has(name))).toEqual([])
})
