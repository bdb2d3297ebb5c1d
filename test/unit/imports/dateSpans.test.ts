import { expect, it } from 'vitest'
import { readSpan, readTrainingNote } from '#core/imports/dateSpans.ts'

it.each([
  ['2025-11-14至2025-11-16', '2025-11-14', '2025-11-16', ''],
  ['2026-05-03(24学时)', '2026-05-03', '2026-05-03', '24学时'],
  ['2026-05-03（24学时）', '2026-05-03', '2026-05-03', '24学时'],
  ['2025.11.14-11.16', '2025-11-14', '2025-11-16', ''],
  ['2025.11.14-2025.11.16，3天', '2025-11-14', '2025-11-16', '3天'],
  ['2025年11月14日至16日', '2025-11-14', '2025-11-16', ''],
  ['2025年11月14日—2026年1月3日', '2025-11-14', '2026-01-03', ''],
  ['2025/11/14~2025/11/16 24学时', '2025-11-14', '2025-11-16', '24学时'],
  ['2025年11月', '2025-11', '2025-11', ''],
  ['20251114至20251116', '2025-11-14', '2025-11-16', ''],
])('%s is read as it is meant', (written, from, to, note) => {
  expect(readSpan(written)).toEqual({ is: 'span', span: { from, to }, note })
})

it.each([
  ['2025-11-16至2025-11-14', 'reversed'],
  ['2025-12-30至1-3', 'reversed'],
  ['24学时', 'note'],
  ['（三天）', 'note'],
  ['去年春天', 'unreadable'],
  ['2025-13-01至2025-13-05', 'unreadable'],
  ['2025-11-14至2025-11-16至2025-11-18', 'unreadable'],
  ['', 'unreadable'],
])('%s is no span: %s', (written, is) => {
  expect(readSpan(written).is).toBe(is)
})

it('days and hours are told apart in what stands beside', () => {
  expect(readTrainingNote('3天，24学时')).toEqual({ days: 3, hours: 24 })
  expect(readTrainingNote('40课时')).toEqual({ days: null, hours: 40 })
  expect(readTrainingNote('合格')).toEqual({ days: null, hours: null })
})
