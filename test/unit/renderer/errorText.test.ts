import { describe, expect, it } from 'vitest'
import { errorCodes } from '#shared/contract/errors.ts'
import { CallError } from '../../../renderer/lib/callError.ts'
import { errorText, isStartupError } from '../../../renderer/lib/errorText.ts'

const failed = (code: (typeof errorCodes)[number], messageZh?: string) =>
  new CallError({ code, detail: 'English detail', ...(messageZh === undefined ? {} : { messageZh }) })

describe('words for failures', () => {
  it.each(errorCodes)('%s has a Chinese sentence without the English detail', (code) => {
    expect(errorText(failed(code))).toMatch(/^[\u4e00-\u9fff]/)
    expect(errorText(failed(code))).not.toContain('English')
  })

  it("prefers the core's own sentence", () => {
    expect(errorText(failed('CONFLICT', '已有同名党支部'))).toBe('已有同名党支部')
  })

  it('speaks of a thrown bug without quoting it', () => {
    expect(errorText(new TypeError('x is undefined'))).toContain('操作失败，请重试')
  })

  it('knows what no page can get round', () => {
    expect(isStartupError(failed('DATABASE_DAMAGED'))).toBe(true)
    expect(isStartupError(failed('SIGN_IN_FAILED'))).toBe(false)
  })
})
