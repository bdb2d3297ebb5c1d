export interface PasswordStrength {
  readonly level: 'none' | 'short' | 'weak' | 'good' | 'strong'
  readonly words: string
}

const classes: readonly (readonly [RegExp, string])[] = [
  [/[A-Z]/, '大写字母'],
  [/[a-z]/, '小写字母'],
  [/\d/, '数字'],
  [/[^A-Za-z\d]/, '符号'],
]

/** In words, by the same measure the schema refuses by: 8 characters of 3 classes. */
export function passwordStrength(password: string): PasswordStrength {
  if (password === '') return { level: 'none', words: '至少 8 个字符，大写字母、小写字母、数字、符号占三类' }
  const missing = classes.filter(([pattern]) => !pattern.test(password)).map(([, name]) => name)
  if (password.length < 8) return { level: 'short', words: `太短，还差 ${8 - password.length} 个字符` }
  if (missing.length > 1) {
    return { level: 'weak', words: `太弱，请再加入${missing.join('、')}中的 ${missing.length - 1} 类` }
  }
  if (password.length < 12) return { level: 'good', words: '可以使用；再长一些更好' }
  return { level: 'strong', words: '强度好' }
}

interface TypedTwice {
  readonly password: string
  readonly repeat: string
}

export function isRepeated({ password, repeat }: TypedTwice): boolean {
  return password === repeat
}

export const notRepeated = { path: ['repeat'], message: '两次输入的密码不一样' }
