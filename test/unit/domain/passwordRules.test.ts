import { describe, expect, it } from 'vitest'
import { passwordWeakness } from '#shared/domain/passwordRules.ts'

const owners = [{ user: 'wangli', displayName: '王丽' }]

describe('a password that everybody guesses first is refused with a sentence', () => {
  it.each([
    ['19700504123', '只用数字'],
    ['13800138000', '只用数字'],
    ['aaaaaaaaaaaa', '重复'],
    ['HelloHello', '重复'],
    ['党建党建党建党建党建', '重复'],
    ['1qaz@WSX', '连着'],
    ['Qwer1234!', '连着'],
    ['Aa123456!', '连着'],
    ['Abc@12345', '连着'],
    ['87654321Qa', '连着'],
    ['Wangli-1988', '账号或姓名'],
    ['我是王丽我住在东环社区', '账号或姓名'],
    ['ＷＡＮＧＬＩ-1988', '账号或姓名'],
    ['Admin@2026', '最常被人试'],
    ['P@ssw0rd!9', '最常被人试'],
    ['@dmin-2026', '最常被人试'],
    ['2026Dangwu#', '最常被人试'],
  ])('%s', (password, why) => {
    expect(passwordWeakness(password, owners)).toContain(why)
  })
})

it.each(['Demo-2026', 'Clerk-2026', '东环社区三月开花', 'tulips bloom in March', 'x9!Rk2#pLq'])(
  '%s is left to length and classes',
  (password) => {
    expect(passwordWeakness(password, owners)).toBeNull()
  },
)

it('a name of one character or two letters may stand in a password: too many words hold it', () => {
  expect(passwordWeakness('olive-tree-42', [{ user: 'li', displayName: '李' }])).toBeNull()
})
