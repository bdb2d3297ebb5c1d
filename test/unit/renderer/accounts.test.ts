import { describe, expect, it } from 'vitest'
import { type AccountRow, newPassword } from '#shared/contract/accounts.ts'
import { instant } from '#shared/lib/dates.ts'
import {
  accountStateText,
  blankAccount,
  newAccountSchema,
  tieOf,
} from '../../../renderer/features/accounts/accountForm.ts'
import { firstPeople, personRefused, personSchema } from '../../../renderer/features/accounts/firstRunForm.ts'
import { passwordHint } from '../../../renderer/features/accounts/newPassword.ts'
import { organizationItems } from '../../../renderer/features/accounts/organizationItems.ts'
import { durationText, waitSecondsOf } from '../../../renderer/features/accounts/signInRefusal.ts'
import { CallError } from '../../../renderer/lib/callError.ts'

const at = (text: string) => instant(new Date(text))

describe('the hint beside a new password', () => {
  it.each([
    'Demo-2026',
    'abcdefgh',
    'Kmzqtvb1',
    'abc-12',
    '一句十个字以内的话',
    '一句只有我自己知道的话',
    'x'.repeat(129),
  ])('calls %s good enough exactly when the contract takes it', (password) => {
    expect(passwordHint(password).includes('可以使用')).toBe(newPassword.safeParse(password).success)
  })

  it('says so of what everybody tries first', () => {
    expect(passwordHint('qwertyuiop')).toContain('键盘')
    expect(passwordHint('Password-2026')).toContain('最常被人试')
  })

  it('counts what is missing and asks for no kinds of characters', () => {
    expect(passwordHint('abcdefg')).toBe('还差 3 个字符')
    expect(passwordHint('')).toBe('至少 10 个字符，可以用一句话')
  })
})

describe('the two people of the first page', () => {
  const typed = { user: 'wang', displayName: '王某', password: 'Haitang-0061', repeat: 'Haitang-0061' }
  const problems = (person: typeof typed, taken: string | null) =>
    personSchema(taken)
      .safeParse(person)
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

  it('are refused one account for both, whatever its case', () => {
    expect(problems(typed, 'other')).toEqual([])
    expect(problems(typed, 'WANG')).toEqual(['user: 两个账号不能同名，请换一个'])
  })

  it('are refused a password with their own name in it before the second page', () => {
    const named = { ...typed, password: 'wang-0061-abz', repeat: 'wang-0061-abz' }
    expect(problems(named, null)).toEqual(['password: 密码里不能含有账号或姓名，请换一个不容易猜到的'])
  })

  it('are told at the second field that the passwords differ', () => {
    expect(problems({ ...typed, repeat: 'Haitang-0062' }, null)).toEqual(['repeat: 两次输入的密码不一样'])
  })

  it('start with different accounts', () => {
    expect(firstPeople.clerk.user).not.toBe(firstPeople.administrator.user)
  })

  it('are led back to the page of whoever was refused', () => {
    expect(personRefused(['clerk.user', 'administrator.password'])).toBe('administrator')
    expect(personRefused(['clerk.password'])).toBe('clerk')
    expect(personRefused(['jobId'])).toBeNull()
  })
})

describe('a lock-out', () => {
  const refused = (waitSeconds: string) =>
    new CallError({ code: 'SIGN_IN_LOCKED_OUT', detail: 'x', fields: { waitSeconds } })

  it('is counted down only where the answer says how long it lasts', () => {
    expect(waitSecondsOf(refused('45'))).toBe(45)
    expect(waitSecondsOf(refused('soon'))).toBe(0)
    expect(waitSecondsOf(new CallError({ code: 'SIGN_IN_FAILED', detail: 'x' }))).toBe(0)
  })

  it('is said in the units people wait in', () => {
    expect(durationText(59)).toBe('59 秒')
    expect(durationText(245)).toBe('4 分 05 秒')
    expect(durationText(3660)).toBe('1 小时 01 分')
  })
})

describe('the form of an account', () => {
  const filled = {
    ...blankAccount,
    user: 'zhou',
    displayName: '周某',
    password: 'Linshi-0061',
    repeat: 'Linshi-0061',
    ownPassword: 'x',
  }

  it('wants an organisation exactly where the role is tied to one', () => {
    const paths = (role: 'communityClerk' | 'leader' | 'streetClerk') =>
      newAccountSchema.safeParse({ ...filled, role }).error?.issues.map(({ path }) => path.join('.')) ?? []
    expect(paths('communityClerk')).toEqual(['organizationId'])
    expect(paths('leader')).toEqual([])
    expect(paths('streetClerk')).toEqual([])
  })

  it('forgets an organisation chosen before the role was', () => {
    expect(tieOf({ role: 'auditor', organizationId: 'a' })).toBeNull()
    expect(tieOf({ role: 'leader', organizationId: 'a' })).toBe('a')
  })

  it('builds the tree out of order and depth', () => {
    const row = (id: string, depth: number) => ({ id, shortName: id, depth })
    const rows = [row('street', 1), row('a', 2), row('a1', 3), row('b', 2), row('b1', 3), row('other', 1)]
    expect(organizationItems(rows).map(({ id, parentId }) => [id, parentId])).toEqual([
      ['street', null],
      ['a', 'street'],
      ['a1', 'a'],
      ['b', 'street'],
      ['b1', 'b'],
      ['other', null],
    ])
  })
})

describe('the state of an account', () => {
  const row: AccountRow = {
    id: '1',
    version: 1,
    user: 'zhou',
    displayName: '周某',
    role: 'leader',
    organizationId: null,
    organizationName: null,
    state: 'active',
    mustChangePassword: false,
    createdAt: at('2026-11-01T00:00:00Z'),
    lastSignInAt: null,
    lockedUntil: null,
  }
  const now = at('2026-11-21T02:00:00Z')

  it('names a lock-out only while it lasts, and never instead of something worse', () => {
    const lockedOut = { ...row, lockedUntil: at('2026-11-21T02:05:00Z') }
    expect(accountStateText(row, now)).toBe('正常')
    expect(accountStateText(lockedOut, now)).toContain('锁住')
    expect(accountStateText(lockedOut, at('2026-11-21T02:06:00Z'))).toBe('正常')
    expect(accountStateText({ ...lockedOut, state: 'disabled' }, now)).toBe('已停用')
    expect(accountStateText({ ...row, mustChangePassword: true }, now)).toBe('待本人换密码')
  })
})
