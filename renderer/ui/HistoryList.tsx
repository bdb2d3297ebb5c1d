import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { FieldChange, HistoryEntry } from '#shared/contract/activity.ts'
import { viaLabels } from '#shared/labels/activities.ts'
import { formatInstant } from '../lib/formatInstant.ts'
import { currentTexts, doneWords, entryAddress, mayPutBack, undoWord } from '../lib/recordHistory.ts'
import './history.css'

export interface PutBack {
  readonly changeId: number
  readonly field: FieldChange
}

interface HistoryListProps {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[]
  /** Null where nothing can be put back. */
  readonly onPutBack: ((wanted: PutBack) => void) | null
}

const shownAtFirst = 10

/** When, who, what, and every field old -> new. */
export function HistoryList({ entries, onPutBack }: HistoryListProps) {
  const [showsAll, setShowsAll] = useState(false)
  const current = currentTexts(entries)
  const shown = showsAll ? entries : entries.slice(0, shownAtFirst)
  if (entries.length === 0) return <p className="muted">还没有修改记录</p>
  return (
    <>
      <ol className="history" aria-label="修改历史">
        {shown.map((entry) => (
          <li
            key={entry.changeId}
            className={entry.undone === null ? 'history-entry' : 'history-entry history-undone'}
          >
            <EntryHead entry={entry} />
            {doneWords(entry).fields.length > 0 && (
              <EntryFields entry={entry} current={current} onPutBack={onPutBack} />
            )}
          </li>
        ))}
      </ol>
      {shown.length < entries.length && (
        <Button className="history-more" onClick={() => setShowsAll(true)}>
          显示更早的 {entries.length - shown.length} 次
        </Button>
      )}
    </>
  )
}

function EntryHead({ entry }: { readonly entry: HistoryEntry }) {
  const { seq, at, accountName, via, title, undone } = entry
  const { whole } = doneWords(entry)
  return (
    <div className="history-head">
      <span className="number">{formatInstant(at)}</span>
      <span>{accountName}</span>
      <Link className="history-title" to={entryAddress(seq)}>
        {title}
      </Link>
      {whole !== null && <span>{whole}</span>}
      <span className="muted small">{viaLabels[via]}</span>
      {undone !== null && (
        <span className="small">
          已{undoWord(entry)}（{undone.accountName}，{formatInstant(undone.at)}）
        </span>
      )}
    </div>
  )
}

interface EntryFieldsProps extends Pick<HistoryListProps, 'onPutBack'> {
  readonly entry: HistoryEntry
  readonly current: ReadonlyMap<string, string>
}

const shownText = (text: string): string => (text === '' ? '（空）' : text)

/** Its heads are for screen readers: the columns of all entries stand in line. */
function EntryFields({ entry, current, onPutBack }: EntryFieldsProps) {
  return (
    <table className="history-fields">
      <caption className="visually-hidden">{formatInstant(entry.at)} 的修改</caption>
      <colgroup>
        <col className="history-col-field" />
        <col />
        <col />
        <col className="history-col-action" />
      </colgroup>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">项目</th>
          <th scope="col">原值</th>
          <th scope="col">改为</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {doneWords(entry).fields.map((field) => (
          <tr key={field.field}>
            <th scope="row">{field.label}</th>
            <td className="diff-old">{shownText(field.old)}</td>
            <td className="diff-new">{shownText(field.new)}</td>
            <td>
              {onPutBack !== null && mayPutBack(field, current) && (
                <button
                  type="button"
                  className="link-button"
                  aria-label={`恢复此值：${field.label}恢复为${field.old === '' ? '空' : field.old}`}
                  onClick={() => onPutBack({ changeId: entry.changeId, field })}
                >
                  恢复此值
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
