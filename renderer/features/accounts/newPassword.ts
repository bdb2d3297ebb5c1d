import { newPassword } from '#shared/contract/accounts.ts'
import { passwordWeakness } from '#shared/domain/passwordRules.ts'

/** Accepted whatever it is made of. */
const plainLength = 10
const longEnough = 16

/** Says while typing what is still missing, by the measures contract and core refuse by; names are the core's to compare. */
export function passwordHint(password: string): string {
  if (password === '') return `至少 ${plainLength} 个字符，可以用一句话`
  if (!newPassword.safeParse(password).success) {
    return password.length < plainLength
      ? `还差 ${plainLength - password.length} 个字符`
      : '太长，最多 128 个字符'
  }
  const weakness = passwordWeakness(password, [])
  if (weakness !== null) return weakness
  return password.length < longEnough ? '可以使用；再长一些更好' : '够长，可以使用'
}

interface TypedTwice {
  readonly password: string
  readonly repeat: string
}

export function isRepeated({ password, repeat }: TypedTwice): boolean {
  return password === repeat
}

export const notRepeated = { path: ['repeat'], message: '两次输入的密码不一样' }
