import { Input } from 'antd'
import { memo } from 'react'
import type { BatchDetail } from '#shared/contract/reviewBallots.ts'
import type { SheetRows } from './sheetForm.ts'

interface SheetRowProps {
  readonly person: BatchDetail['people'][number]
  readonly items: BatchDetail['items']
  readonly row: SheetRows[string] | undefined
  /** Enter in its last field saves the sheet. */
  readonly isLast: boolean
  readonly onCell: (subjectId: string, index: number, text: string) => void
  readonly onOpinion: (subjectId: string, text: string) => void
}

/** One person of a sheet; a row of its own, so that a key does not draw forty others anew. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { person, items, row, isLast, onCell, onOpinion } = props
  const { subjectId, name, organizationName } = person
  return (
    <tr>
      <th scope="row" className="ballot-name" title={`${name}（${organizationName}）`}>
        {name}
      </th>
      {items.map((item, index) => (
        <td key={item.id}>
          <Input
            aria-label={`${name}：${item.name}`}
            className="ballot-cell"
            autoComplete="off"
            maxLength={30}
            value={row?.cells[index] ?? ''}
            onChange={({ target }) => onCell(subjectId, index, target.value)}
            onFocus={({ target }) => target.select()}
          />
        </td>
      ))}
      <td>
        <Input
          aria-label={`${name}：意见建议`}
          className="ballot-opinion"
          autoComplete="off"
          maxLength={500}
          value={row?.opinion ?? ''}
          {...(isLast ? { 'data-enter': 'saves' } : {})}
          onChange={({ target }) => onOpinion(subjectId, target.value)}
        />
      </td>
    </tr>
  )
})
