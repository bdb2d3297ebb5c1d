import type { RecordChange } from '#shared/contract/activity.ts'
import { recordKindLabels } from '#shared/labels/activities.ts'
import { doneWords, undoneWords } from '../lib/recordHistory.ts'
import { RecordLink } from './RecordLink.tsx'
import './form.css'
import './history.css'

interface RecordChangesTableProps {
  readonly caption: string
  readonly changes: readonly RecordChange[]
  /** What taking it back would do, instead of what was done. */
  readonly reversed?: boolean
  readonly onFollow?: () => void
}

const shown = (text: string): string => (text === '' ? '（空）' : text)

/** Record by record, each field old -> new. */
export function RecordChangesTable({
  caption,
  changes,
  reversed = false,
  onFollow,
}: RecordChangesTableProps) {
  return (
    <table className="changes-table">
      <caption className="visually-hidden">{caption}</caption>
      <colgroup>
        <col className="changes-col-record" />
        <col className="changes-col-field" />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">记录</th>
          <th scope="col">项目</th>
          <th scope="col">{reversed ? '现值' : '原值'}</th>
          <th scope="col">{reversed ? '改回' : '改为'}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <ChangeRows
            key={change.id}
            change={change}
            reversed={reversed}
            {...(onFollow === undefined ? {} : { onFollow })}
          />
        ))}
      </tbody>
    </table>
  )
}

interface ChangeRowsProps {
  readonly change: RecordChange
  readonly reversed: boolean
  readonly onFollow?: () => void
}

function ChangeRows({ change, reversed, onFollow }: ChangeRowsProps) {
  const { kind, recordId, name } = change
  const { whole, fields } = reversed ? undoneWords(change) : doneWords(change)
  const head = (
    <th scope="rowgroup" className="changes-record" rowSpan={fields.length + (whole === null ? 0 : 1)}>
      <RecordLink kind={kind} id={recordId} name={name} {...(onFollow === undefined ? {} : { onFollow })} />
      {name !== null && <span className="changes-kind">{recordKindLabels[kind]}</span>}
    </th>
  )
  return (
    <>
      {whole !== null && (
        <tr>
          {head}
          <td colSpan={3} className="diff-new">
            {whole}
          </td>
        </tr>
      )}
      {fields.map((field, at) => (
        <tr key={field.field}>
          {at === 0 && whole === null && head}
          <td className="changes-field">{field.label}</td>
          <td className="diff-old">{shown(field.old)}</td>
          <td className="diff-new">{shown(field.new)}</td>
        </tr>
      ))}
    </>
  )
}
