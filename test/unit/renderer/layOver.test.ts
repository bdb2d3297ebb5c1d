import { expect, it } from 'vitest'
import { laidOver, rowsLaidOver } from '../../../renderer/lib/layOver.ts'

const row = (id: string | null, name: string, votes: number | null = null) => ({ id, name, votes })

it('what was typed lies over what others saved; what was not touched is theirs', () => {
  const before = { place: '一楼', theme: '学习', remark: null }
  const mine = { ...before, place: '二楼' }
  const theirs = { place: '三楼', theme: '实践', remark: null }
  expect(laidOver(before, mine, theirs)).toEqual({ place: '二楼', theme: '实践', remark: null })
})

it('row by row: both tallies stay, rows taken out by either are gone, rows added by either stay', () => {
  const before = [row('a', '张三'), row('b', '李四'), row('c', '王五'), row('d', '赵六')]
  const mine = [row('a', '张三', 9), row('b', '李四'), row('d', '赵六'), row(null, '新来')]
  const theirs = [row('a', '张三'), row('b', '李四', 8), row('c', '王五'), row('e', '孙七')]
  expect(rowsLaidOver(before, mine, theirs, ({ id }) => id)).toEqual([
    row('a', '张三', 9),
    row('b', '李四', 8),
    row('e', '孙七'),
    row(null, '新来'),
  ])
})
