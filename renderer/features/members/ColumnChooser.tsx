import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { fieldGroupLabels, fieldGroups } from '#shared/domain/memberFields.ts'
import {
  allColumns,
  type ColumnChoice,
  columnGroup,
  type ColumnKey,
  columnLabel,
  defaultColumns,
  defaultWidth,
  leadColumn,
} from './listColumns.ts'
import { PopPanel } from './PopPanel.tsx'

interface ColumnChooserProps {
  readonly columns: readonly ColumnChoice[]
  readonly onColumns: (columns: readonly ColumnChoice[]) => void
}

function moved(columns: readonly ColumnChoice[], from: number, to: number): readonly ColumnChoice[] {
  const column = columns[from]
  return column === undefined ? columns : columns.toSpliced(from, 1).toSpliced(to, 0, column)
}

function ShownColumns({ columns, onColumns }: ColumnChooserProps) {
  return (
    <ol className="column-order" aria-label="已显示的列">
      {columns.map(({ key }, at) => {
        const label = columnLabel(key)
        const isFixed = key === leadColumn
        return (
          <li key={key}>
            <span className="ellipsis">{label}</span>
            {isFixed ? (
              <span className="muted small">固定</span>
            ) : (
              <span className="column-moves">
                <Button
                  type="text"
                  size="small"
                  aria-label={`${label}前移`}
                  disabled={at <= 1}
                  onClick={() => onColumns(moved(columns, at, at - 1))}
                >
                  ↑
                </Button>
                <Button
                  type="text"
                  size="small"
                  aria-label={`${label}后移`}
                  disabled={at === columns.length - 1}
                  onClick={() => onColumns(moved(columns, at, at + 1))}
                >
                  ↓
                </Button>
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function ChooserPanel({ columns, onColumns }: ColumnChooserProps) {
  const shown = new Set(columns.map((column) => column.key))
  const toggle = (key: ColumnKey, on: boolean) =>
    onColumns(
      on ? [...columns, { key, width: defaultWidth(key) }] : columns.filter((column) => column.key !== key),
    )
  return (
    <div className="column-chooser">
      <div className="column-all">
        {fieldGroups.map((group) => (
          <fieldset key={group}>
            <legend>{fieldGroupLabels[group]}</legend>
            {allColumns
              .filter((key) => columnGroup(key) === group)
              .map((key) => (
                <Checkbox
                  key={key}
                  checked={shown.has(key)}
                  disabled={key === leadColumn}
                  onChange={(event) => toggle(key, event.target.checked)}
                >
                  {columnLabel(key)}
                </Checkbox>
              ))}
          </fieldset>
        ))}
      </div>
      <div className="column-side">
        <div className="column-side-head">顺序</div>
        <ShownColumns columns={columns} onColumns={onColumns} />
        <Button size="small" onClick={() => onColumns(defaultColumns.columns)}>
          恢复默认
        </Button>
      </div>
    </div>
  )
}

export function ColumnChooser(props: ColumnChooserProps) {
  const [open, setOpen] = useState(false)
  return (
    <PopPanel label="显示的列和顺序" button="显示列" placement="bottomRight" open={open} onOpen={setOpen}>
      <ChooserPanel {...props} />
    </PopPanel>
  )
}
