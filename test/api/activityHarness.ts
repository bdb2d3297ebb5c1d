import type { Activity } from '#shared/contract/activity.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import type { Caller } from './testCore.ts'

export const everything: RouteInput<'activity.list'> = {
  accountId: null,
  kind: null,
  from: null,
  to: null,
  text: null,
  offset: 0,
  limit: 50,
}

/** What this account sees of the office's writes, newest first. */
export async function activities(
  caller: Caller,
  filter: Partial<RouteInput<'activity.list'>> = {},
): Promise<readonly Activity[]> {
  return (await caller.call('activity.list', { ...everything, ...filter })).rows
}

export async function newest(caller: Caller): Promise<Activity> {
  const [first] = await activities(caller, { limit: 1 })
  if (!first) throw new Error('nothing was done')
  return first
}

/** Takes the newest write back; the entry that did. */
export async function undoNewest(caller: Caller): Promise<number> {
  const { seq } = await newest(caller)
  return (await caller.call('activity.undo', { seq })).seq
}
