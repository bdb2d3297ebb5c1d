import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { findPlace } from './entryPlace.ts'

const everything = { accountId: null, kind: null, from: null, to: null, text: null } as const

/** How many entries stand before this one in the whole list; null when it is not there (any more, or for this account). */
export function useEntryPlace(seq: number | null): UseQueryResult<number | null> {
  return useQuery({
    queryKey: ['activity', 'place', seq],
    enabled: seq !== null,
    gcTime: 0,
    queryFn: async () => {
      if (seq === null) return null
      const seqAt = async (offset: number) => {
        const { rows } = await call('activity.list', { ...everything, offset, limit: 1 })
        return rows[0]?.seq ?? null
      }
      const { total } = await call('activity.list', { ...everything, offset: 0, limit: 1 })
      return findPlace(seq, total, seqAt)
    },
  })
}
