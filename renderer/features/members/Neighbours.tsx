import { Button } from 'antd'
import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { z } from 'zod'
import type { MemberListRow } from '#shared/contract/members.ts'
import { useCall } from '../../lib/queries.ts'
import { useShortcut } from '../../ui/shortcuts.ts'
import { type ListPlace, useListPlace } from './useListView.ts'

/** Travels with the step to a neighbour, which may be refused while there are unsaved changes. */
const stepState = z.object({ listIndex: z.int() })

interface Neighbour {
  readonly row: MemberListRow
  readonly index: number
}

/** Before and after in the list as it is now; somebody who has dropped out of it leaves the next one in his place. */
function neighboursOf(rows: readonly MemberListRow[], first: number, place: ListPlace) {
  const at = rows.findIndex((row) => row.id === place.id)
  const here = at < 0 ? place.index - first : at
  const neighbour = (offset: number): Neighbour | null => {
    const row = offset < 0 ? undefined : rows[offset]
    return row === undefined ? null : { row, index: first + offset }
  }
  return { before: neighbour(here - 1), after: neighbour(at < 0 ? here : here + 1) }
}

function NeighbourButtons({ place }: { readonly place: ListPlace }) {
  const navigate = useNavigate()
  const first = Math.max(0, place.index - 1)
  const answer = useCall('members.list', { ...place.query, offset: first, limit: 3 }, { keepPrevious: true })
  const { before, after } = neighboursOf(
    answer.isPlaceholderData ? [] : (answer.data?.rows ?? []),
    first,
    place,
  )
  const go = (to: Neighbour | null) => {
    if (to !== null) void navigate(`/members/${to.row.id}`, { replace: true, state: { listIndex: to.index } })
  }
  useShortcut('Alt+ArrowUp', '上一位', () => go(before))
  useShortcut('Alt+ArrowDown', '下一位', () => go(after))
  return (
    <span className="neighbours">
      <Button disabled={before === null} title={before?.row.record.name ?? ''} onClick={() => go(before)}>
        上一位
      </Button>
      <Button disabled={after === null} title={after?.row.record.name ?? ''} onClick={() => go(after)}>
        下一位
      </Button>
    </span>
  )
}

/** The way through the list a member was opened from; nothing for one opened from elsewhere. */
export function Neighbours({ id }: { readonly id: string }) {
  const { place, setPlace } = useListPlace()
  const step = stepState.safeParse(useLocation().state)
  const index = step.success ? step.data.listIndex : null
  useEffect(() => {
    if (place !== null && place.id !== id && index !== null) setPlace({ ...place, id, index })
  }, [place, id, index, setPlace])
  return place?.id === id ? <NeighbourButtons place={place} /> : null
}
