import { Checkbox, InputNumber } from 'antd'
import type { BoardRow } from '#shared/contract/reviewRows.ts'
import type { BatchForm } from './batchForm.ts'

type Paper = BatchForm['subjects'][number]
type Numbers = Partial<Pick<Paper, 'issued' | 'returned'>>

interface PaperRowProps {
  readonly person: Pick<BoardRow, 'id' | 'name' | 'organizationName'>
  /** Undefined while the ballots are not on this one. */
  readonly paper: Paper | undefined
  readonly error: { readonly [field in 'issued' | 'returned']?: { readonly message?: string } } | undefined
  readonly onChoose: (id: string, isChosen: boolean) => void
  readonly onChange: (id: string, numbers: Numbers) => void
}

const names = { issued: '发出票', returned: '收回票' } as const

/** One who is rated, and his papers. */
export function PaperRow({ person, paper, error, onChoose, onChange }: PaperRowProps) {
  const { id, name, organizationName } = person
  return (
    <tr>
      <th scope="row">
        <Checkbox checked={paper !== undefined} onChange={({ target }) => onChoose(id, target.checked)}>
          {name} <span className="muted">{organizationName}</span>
        </Checkbox>
      </th>
      {(['issued', 'returned'] as const).map((field) => {
        const message = error?.[field]?.message
        return (
          <td key={field}>
            <InputNumber
              aria-label={`${name}：${names[field]}`}
              aria-invalid={message !== undefined}
              controls={false}
              keyboard={false}
              disabled={paper === undefined}
              value={paper?.[field] ?? null}
              onFocus={(event) => event.currentTarget.select()}
              onChange={(value) => onChange(id, { [field]: value ?? 0 })}
              {...(message === undefined ? {} : { status: 'error' as const })}
            />
            {message !== undefined && (
              <div className="form-error" role="alert">
                {message}
              </div>
            )}
          </td>
        )
      })}
    </tr>
  )
}
