import type { Instant } from '#shared/lib/dates.ts'

const shanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** 2026-05-08 09:30, in the time of the office. */
export function formatInstant(at: Instant): string {
  const parts = new Map(shanghai.formatToParts(new Date(at)).map((part) => [part.type, part.value]))
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')]
  return `${year}-${month}-${day} ${parts.get('hour')}:${parts.get('minute')}`
}
