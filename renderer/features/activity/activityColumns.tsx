import { Button, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { Activity } from '#shared/contract/activity.ts'
import { viaLabels } from '#shared/labels/activities.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { beyondNamed, entryAddress, subjectsText, undoWord } from '../../lib/recordHistory.ts'
import { RecordLink } from '../../ui/RecordLink.tsx'

function What({ entry }: { readonly entry: Activity }) {
  const { title, subjects, undoes, undone } = entry
  return (
    <div className={undone === null ? 'activity-what' : 'activity-what activity-undone'}>
      <span className="activity-title">{title}</span>
      <span className="activity-subjects" title={subjectsText(entry)}>
        {subjects.map(({ kind, id, name }, at) => (
          <span key={`${kind} ${id}`}>
            {at > 0 && '、'}
            <RecordLink kind={kind} id={id} name={name} />
          </span>
        ))}
        {beyondNamed(entry)}
      </span>
      {undoes !== null && (
        <Link className="activity-original" to={entryAddress(undoes)}>
          看对应的操作
        </Link>
      )}
    </div>
  )
}

interface StateProps {
  readonly entry: Activity
  /** Null for an account that may take nothing back. */
  readonly onUndo: ((entry: Activity) => void) | null
}

function State({ entry, onUndo }: StateProps) {
  const { undone, notUndoable } = entry
  if (undone !== null) {
    return (
      <span className="muted">
        <Link to={entryAddress(undone.seq)}>已{undoWord(entry)}</Link>
        <br />
        <span className="small">
          {undone.accountName}　<span className="number">{formatInstant(undone.at)}</span>
        </span>
      </span>
    )
  }
  if (onUndo === null) return null
  if (notUndoable !== null) return <span className="muted small">{notUndoable}</span>
  return (
    <Button
      size="small"
      aria-label={`${undoWord(entry)} ${entry.title} ${subjectsText(entry)}`}
      onClick={() => onUndo(entry)}
    >
      {undoWord(entry)}
    </Button>
  )
}

export function activityColumns(onUndo: StateProps['onUndo']): TableColumnsType<Activity> {
  return [
    {
      title: '时间',
      key: 'at',
      width: '11em',
      render: (_, entry) => <span className="number">{formatInstant(entry.at)}</span>,
    },
    { title: '操作人', dataIndex: 'accountName', width: '8em', ellipsis: true },
    { title: '从哪里', key: 'via', width: '6em', render: (_, entry) => viaLabels[entry.via] },
    { title: '做了什么', key: 'what', render: (_, entry) => <What entry={entry} /> },
    {
      title: '条数',
      key: 'count',
      width: '5em',
      align: 'right',
      render: (_, entry) => <span className="number">{entry.changeCount.toLocaleString('zh-CN')}</span>,
    },
    {
      title: <span className="activity-after-number">状态</span>,
      key: 'state',
      width: '15em',
      render: (_, entry) => (
        <div className="activity-after-number">
          <State entry={entry} onUndo={onUndo} />
        </div>
      ),
    },
  ]
}
