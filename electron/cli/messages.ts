import type { ErrorBody } from '#shared/contract/errors.ts'

/** The same order of preference as the screen: the sentence, then what is wrong field by field, then the code. */
export function explain({ code, detail, messageZh, fields }: ErrorBody): string {
  const parts = Object.entries(fields ?? {}).map(([field, message]) => `${field}：${message}`)
  const sentence = messageZh ?? (parts.length === 0 ? `操作失败（${code}：${detail}）` : '输入有误')
  return [sentence, ...parts].join('\n')
}
