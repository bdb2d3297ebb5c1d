import { parseArgs } from 'node:util'
import { AppError } from '#shared/contract/errors.ts'
import { type DateOnly, isDateOnly, parseWrittenDate } from '#shared/lib/dates.ts'

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
  'as-of': { type: 'string' },
  out: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  file: { type: 'string' },
  paper: { type: 'string' },
  month: { type: 'string' },
  year: { type: 'string' },
  campaign: { type: 'string' },
  scheme: { type: 'string' },
  'held-on': { type: 'string' },
  preview: { type: 'boolean' },
  wished: { type: 'string' },
  input: { type: 'string', default: '{}' },
  name: { type: 'string' },
  layout: { type: 'string' },
  direction: { type: 'string' },
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

/** A day given as an option, as clerks or as programs write it; null without it. */
export function optionalDay(text: string | undefined, name: string): DateOnly | null {
  if (text === undefined) return null
  const day = parseWrittenDate(text)
  if (day !== null && isDateOnly(day)) return day
  throw new AppError('VALIDATION_FAILED', `bad ${name}`, {
    messageZh: `${name} 应为真实的年月日，如 2025.12.31 或 2025-12-31`,
  })
}

export function neededDay(text: string | undefined, name: string): DateOnly {
  const day = optionalDay(text, name)
  if (day !== null) return day
  throw new AppError('VALIDATION_FAILED', `missing ${name}`, {
    messageZh: `缺少参数 ${name}（年月日，如 2025.12.31 或 2025-12-31；指这一天的24时）`,
  })
}

export function wholeNumber(text: string, name: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new AppError('VALIDATION_FAILED', `bad ${name}`, { messageZh: `${name} 应为整数` })
}
