import type { QueryClient } from '@tanstack/react-query'
import type { MemberListRow, MemberPage } from '#shared/contract/members.ts'
import { call } from '../../lib/api.ts'
import { queryKeyOf } from '../../lib/queries.ts'
import type { MemberQuery } from './listView.ts'

export const blockSize = 100

/** At most this many people in one bulk action; the contract says so too. */
export const selectionLimit = 5000

const keptBlockMs = 60_000

/** One block of the list; blocks asked for a moment ago come from memory. */
export function fetchBlock(
  client: QueryClient,
  query: MemberQuery,
  offset: number,
  limit: number,
): Promise<MemberPage> {
  const input = { ...query, offset, limit }
  return client.fetchQuery({
    queryKey: queryKeyOf('members.list', input),
    queryFn: () => call('members.list', input),
    gcTime: keptBlockMs,
  })
}

/** Rows from `from` to `to`, both included, block by block. */
export async function fetchRange(
  client: QueryClient,
  query: MemberQuery,
  from: number,
  to: number,
): Promise<readonly MemberListRow[]> {
  const first = Math.floor(from / blockSize)
  const last = Math.floor(to / blockSize)
  const rows: MemberListRow[] = []
  for (let block = first; block <= last; block += 1) {
    const page = await fetchBlock(client, query, block * blockSize, blockSize)
    rows.push(...page.rows)
    if (page.rows.length < blockSize) break
  }
  return rows.slice(from - first * blockSize, to - first * blockSize + 1)
}
