import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useCall } from '../../lib/queries.ts'
import { useShortcut } from '../../ui/shortcuts.ts'
import { type ListPlace, useListPlace } from './useListView.ts'

interface NeighboursProps {
  readonly id: string
  readonly place: ListPlace
}

/** The member before and after in the list this one was opened from. */
function NeighbourButtons({ id, place }: NeighboursProps) {
  const navigate = useNavigate()
  const { setPlace } = useListPlace()
  const { query, index } = place
  // Two on each side: the place is moved before the page changes, and the change may be refused.
  const first = Math.max(0, index - 2)
  const answer = useCall('members.list', { ...query, offset: first, limit: 5 }, { keepPrevious: true })
  const rows = answer.isPlaceholderData ? [] : (answer.data?.rows ?? [])
  const at = rows.findIndex((row) => row.id === id)
  const before = at < 1 ? undefined : rows[at - 1]
  const after = at < 0 ? undefined : rows[at + 1]
  const go = (row: typeof before, step: number) => {
    if (row === undefined) return
    setPlace({ query, index: first + at + step })
    void navigate(`/members/${row.id}`, { replace: true })
  }
  useShortcut('Alt+ArrowUp', '上一位', () => go(before, -1))
  useShortcut('Alt+ArrowDown', '下一位', () => go(after, 1))
  if (answer.isSuccess && !answer.isPlaceholderData && at < 0) return null
  return (
    <span className="neighbours">
      <Button
        disabled={before === undefined}
        title={before?.record.name ?? ''}
        onClick={() => go(before, -1)}
      >
        上一位
      </Button>
      <Button disabled={after === undefined} title={after?.record.name ?? ''} onClick={() => go(after, 1)}>
        下一位
      </Button>
    </span>
  )
}

export function Neighbours({ id }: { readonly id: string }) {
  const { place } = useListPlace()
  return place === null ? null : <NeighbourButtons id={id} place={place} />
}
