import { Link } from 'react-router'
import type { Grid } from '#shared/contract/meetingRows.ts'
import { type DutyKind, dutyKinds } from '#shared/domain/meetings/duties.ts'
import { meetingKindShort } from '#shared/labels/meetings.ts'
import { meetingsAddress } from '../../lib/meetingAddresses.ts'
import { addressOf, type CompletionView } from './completionView.ts'
import { percent } from './gridWords.ts'

interface KindStripProps {
  readonly grid: Grid
  readonly view: CompletionView
}

/** 完成率 of every kind, each the way to its own grid; the number of branches with a gap leads to them. */
export function KindStrip({ grid, view }: KindStripProps) {
  const byKind = new Map(grid.byKind.map((each) => [each.kind, each]))
  const all = grid.byKind.reduce(
    (sum, { done, owed }) => ({ done: sum.done + done, owed: sum.owed + owed }),
    { done: 0, owed: 0 },
  )
  return (
    <nav className="kind-strip" aria-label="会议类型">
      <ul>
        <KindTile view={view} kind={null} counts={{ ...all, toCall: null }} />
        {dutyKinds.map((kind) => {
          const counts = byKind.get(kind) ?? { done: 0, owed: 0, toCall: 0 }
          return <KindTile key={kind} view={view} kind={kind} counts={counts} />
        })}
      </ul>
    </nav>
  )
}

interface KindTileProps {
  readonly view: CompletionView
  readonly kind: DutyKind | null
  readonly counts: { readonly done: number; readonly owed: number; readonly toCall: number | null }
}

function KindTile({ view, kind, counts }: KindTileProps) {
  const { done, owed, toCall } = counts
  const name = kind === null ? '全部类型' : meetingKindShort[kind]
  const isCurrent = view.kind === kind
  const { organizationId, year } = view
  const records = meetingsAddress({ organizationId, year, kinds: kind === null ? [] : [kind] })
  return (
    <li className={isCurrent ? 'kind-tile kind-tile-current' : 'kind-tile'}>
      <Link
        to={addressOf({ ...view, kind, page: 1, open: null })}
        aria-current={isCurrent ? 'page' : undefined}
      >
        {name}
      </Link>
      <span className="kind-rate number">{percent(counts) ?? '—'}</span>
      <span className="muted small number">
        {owed === 0 ? (
          '没有到期的'
        ) : (
          <>
            <Link to={records} aria-label={`${name}：已开 ${done.toLocaleString('zh-CN')}，看记录`}>
              {done.toLocaleString('zh-CN')}
            </Link>
            {` / ${owed.toLocaleString('zh-CN')}`}
          </>
        )}
      </span>
      {toCall !== null && toCall > 0 && (
        <Link
          className="small"
          to={addressOf({ ...view, kind, only: 'missing', page: 1, open: null })}
          aria-label={`${name}缺 ${toCall.toLocaleString('zh-CN')} 个支部`}
        >
          缺 {toCall.toLocaleString('zh-CN')} 个支部
        </Link>
      )}
    </li>
  )
}
