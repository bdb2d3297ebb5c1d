import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import {
  hasPrivatePart,
  type ListView,
  type MemberQuery,
  paramsFromView,
  queryFromView,
  viewFromParams,
} from './listView.ts'

interface KeptView {
  readonly address: string
  readonly view: ListView
}

/** Who was opened last, and from where in the list. */
export interface ListPlace {
  readonly id: string
  readonly query: MemberQuery
  readonly index: number
}

// In memory only: what is private about a view must not reach the address, and so the browser's history.
const keptViewKey = ['rosterView'] as const
const addressKey = ['rosterAddress'] as const
const placeKey = ['rosterPlace'] as const

export function useListView(): {
  readonly view: ListView
  readonly query: MemberQuery
  readonly setView: (next: ListView) => void
} {
  const client = useQueryClient()
  const [params, setParams] = useSearchParams()
  const { data: kept } = useQuery<KeptView>({ queryKey: keptViewKey, queryFn: skipToken, gcTime: Infinity })
  const address = params.toString()
  const view = useMemo(
    () => (kept?.address === address ? kept.view : viewFromParams(new URLSearchParams(address))),
    [kept, address],
  )
  const query = useMemo(() => queryFromView(view), [view])
  const setView = useCallback(
    (next: ListView) => {
      const nextParams = paramsFromView(next)
      client.setQueryData<KeptView>(keptViewKey, { address: nextParams.toString(), view: next })
      setParams(nextParams, { replace: true })
    },
    [client, setParams],
  )
  // A link may have carried a number typed elsewhere: it is taken out of the address at once.
  useEffect(() => {
    if (kept?.address !== address && hasPrivatePart(view)) setView(view)
  }, [kept, address, view, setView])
  useEffect(() => void client.setQueryData<string>(addressKey, address), [client, address])
  return { view, query, setView }
}

/** The address of the list as it was last seen. */
export function useListAddress(): string {
  const { data: address } = useQuery<string>({ queryKey: addressKey, queryFn: skipToken, gcTime: Infinity })
  return address === undefined || address === '' ? '/members' : `/members?${address}`
}

export function useListPlace(): {
  readonly place: ListPlace | null
  readonly setPlace: (place: ListPlace) => void
} {
  const client = useQueryClient()
  const { data } = useQuery<ListPlace>({ queryKey: placeKey, queryFn: skipToken, gcTime: Infinity })
  const setPlace = useCallback(
    (place: ListPlace) => client.setQueryData<ListPlace>(placeKey, place),
    [client],
  )
  return { place: data ?? null, setPlace }
}
