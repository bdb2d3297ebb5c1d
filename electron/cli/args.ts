import { parseArgs } from 'node:util'
import { AppError } from '#shared/contract/errors.ts'

const options = {
  data: { type: 'string' },
  user: { type: 'string' },
  members: { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
  commit: { type: 'boolean', default: false },
  mode: { type: 'string', default: 'addAndUpdate' },
  branches: { type: 'string', default: 'create' },
  org: { type: 'string' },
  format: { type: 'string', default: 'docx' },
  full: { type: 'boolean', default: false },
  purpose: { type: 'string' },
  out: { type: 'string' },
  input: { type: 'string', default: '{}' },
  name: { type: 'string' },
  role: { type: 'string' },
  reason: { type: 'string' },
} as const

type Values = ReturnType<typeof parse>['values']

/** What follows `desk`: the command and its parts, then the options. */
export interface Args {
  readonly positionals: readonly string[]
  readonly values: Readonly<Values>
}

const parse = () => parseArgs({ allowPositionals: true, options })

/** Ends the process with a sentence when an option is not known. */
export function readArgs(): Args {
  try {
    return parse()
  } catch (error) {
    process.stderr.write('参数不对，请检查选项的拼写和取值（见 README）\n')
    if (!(error instanceof TypeError)) throw error
    process.exit(1)
  }
}

export function needed(value: string | undefined, name: string): string {
  if (value !== undefined && value !== '') return value
  throw new AppError('VALIDATION_FAILED', `missing ${name}`, { messageZh: `缺少参数 ${name}` })
}

export function oneOf<T extends string>(value: string | undefined, allowed: readonly T[], name: string): T {
  const found = allowed.find((each) => each === value)
  if (found !== undefined) return found
  throw new AppError('VALIDATION_FAILED', `bad ${name}`, {
    messageZh: `${name} 只能是：${allowed.join('、')}`,
  })
}

export function wholeNumber(text: string, name: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new AppError('VALIDATION_FAILED', `bad ${name}`, { messageZh: `${name} 应为整数` })
}
