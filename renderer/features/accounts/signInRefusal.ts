import { toCallError } from '../../lib/callError.ts'

/** Whole seconds an account is still locked out for; 0 when the refusal says nothing of it. */
export function waitSecondsOf(error: unknown): number {
  const { code, fields } = toCallError(error)
  if (code !== 'SIGN_IN_LOCKED_OUT') return 0
  const seconds = Number(fields['waitSeconds'] ?? 0)
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : 0
}

/** 4 分 05 秒, 59 秒 */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds} 秒`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} 分 ${String(seconds % 60).padStart(2, '0')} 秒`
  return `${Math.floor(seconds / 3600)} 小时 ${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')} 分`
}
