import { type Stage, stages } from '#shared/domain/development/steps.ts'
import { stageLabels } from '#shared/labels/development.ts'
import { Link } from 'react-router'
import { useCall } from '../../../lib/queries.ts'
import { today } from '../../../lib/today.ts'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { addressOf, listInput, type ListView, stageStates, stateOfStage } from '../list/listView.ts'
import { Card } from './Card.tsx'
import './board.css'

interface BoardProps {
  readonly view: ListView
  readonly text: string
}

/** Cards of a column; the rest is in the table. */
const mostCards = 50

/** Everybody under way in the five stages, each column with what is due first on top. */
export function Board({ view, text }: BoardProps) {
  return (
    <div className="dev-board">
      {stages.map((stage) => (
        <Column key={stage} stage={stage} view={view} text={text} />
      ))}
    </div>
  )
}

interface ColumnProps extends BoardProps {
  readonly stage: Stage
}

function Column({ stage, view, text }: ColumnProps) {
  const states = stageStates[stage]
  const input = { ...listInput({ ...view, page: 1, sort: 'due' }, text, today()), limit: mostCards }
  const list = useCall('development.list', { ...input, states: [...states] }, { keepPrevious: true })
  const titleId = `dev-board-${stage}`
  const more = (list.data?.total ?? 0) - (list.data?.rows.length ?? 0)
  const toTable = addressOf({ ...view, shape: 'table', page: 1, state: stateOfStage(stage) })
  return (
    <section className="dev-board-column" aria-labelledby={titleId}>
      <h2 className="dev-board-title" id={titleId}>
        {stageLabels[stage]}
        {list.data !== undefined && (
          <Link
            className="number dev-board-count"
            to={toTable}
            aria-label={`${stageLabels[stage]} ${list.data.total} 人`}
          >
            {list.data.total}
          </Link>
        )}
      </h2>
      <QueryBoundary query={list} what="查看发展党员" lines={4}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="muted small">没有人</p>
          ) : (
            <ul className="dev-board-cards" aria-label={stageLabels[stage]}>
              {rows.map((row) => (
                <Card key={row.id} row={row} />
              ))}
            </ul>
          )
        }
      </QueryBoundary>
      {more > 0 && (
        <Link className="small" to={toTable}>
          还有 {more} 人，在列表里看
        </Link>
      )}
    </section>
  )
}
