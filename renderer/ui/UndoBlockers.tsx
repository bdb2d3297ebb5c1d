import { Alert } from 'antd'
import { Link } from 'react-router'
import type { UndoCheck } from '#shared/contract/activity.ts'
import { formatInstant } from '../lib/formatInstant.ts'
import { entryAddress } from '../lib/recordHistory.ts'
import './history.css'

interface UndoBlockersProps {
  readonly word: string
  readonly blockers: UndoCheck['blockers']
  readonly onFollow: () => void
}

/** The later actions that would be lost: who, when, what, and the way to them. */
export function UndoBlockers({ word, blockers, onFollow }: UndoBlockersProps) {
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={`现在不能${word}：后来又有 ${blockers.length} 次操作用到了这些记录，${word}会丢掉它们。`}
      />
      <ul className="blockers" aria-label="后来的操作">
        {blockers.map((blocker) => (
          <li key={`${blocker.seq} ${blocker.what}`}>
            <div className="blockers-head">
              <span className="number">{formatInstant(blocker.at)}</span>
              <span>{blocker.accountName}</span>
              <Link to={entryAddress(blocker.seq)} onClick={onFollow}>
                {blocker.title}
              </Link>
            </div>
            <div className="muted">{blocker.what}</div>
          </li>
        ))}
      </ul>
      <p className="muted small">先撤销后来的操作，再来{word}这一次；或者到记录的修改历史里逐项恢复。</p>
    </>
  )
}
