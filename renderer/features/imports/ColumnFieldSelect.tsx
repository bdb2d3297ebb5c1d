import { Select } from 'antd'
import { type ReactNode, useMemo } from 'react'
import type { ImportColumn, ImportKind } from '#shared/contract/imports.ts'
import { fieldGroupsOf } from './importFieldOptions.ts'

const leftOut = '-'

interface ColumnFieldSelectProps {
  readonly kind: ImportKind
  readonly column: ImportColumn
  readonly isUnknown: boolean
  /** Field key -> letters of the columns taken for it. */
  readonly taken: ReadonlyMap<string, readonly string[]>
  /** Null leaves the column out. */
  readonly onField: (field: string | null) => void
}

interface ShownOption {
  readonly label?: ReactNode
  readonly data: object
}

function renderOption({ label, data }: ShownOption): ReactNode {
  const note = 'note' in data && typeof data.note === 'string' ? data.note : ''
  return (
    <>
      {label}
      {note !== '' && <span className="import-option-note">{note}</span>}
    </>
  )
}

export function ColumnFieldSelect({ kind, column, isUnknown, taken, onField }: ColumnFieldSelectProps) {
  const options = useMemo(() => {
    const groups = fieldGroupsOf[kind].map((group) => ({
      label: group.label,
      options: group.fields.map(({ key, label, aliases }) => {
        const others = (taken.get(key) ?? []).filter((letter) => letter !== column.letter)
        return {
          value: key,
          label,
          note: others.length === 0 ? '' : `已对应 ${others.join('、')} 列`,
          search: [label, ...aliases].join(' '),
        }
      }),
    }))
    return [{ value: leftOut, label: '不导入此列', search: '不导入此列' }, ...groups]
  }, [kind, taken, column.letter])
  const chosen = column.field ?? (isUnknown ? undefined : leftOut)
  return (
    <Select
      className="import-column-field"
      aria-label={`${column.letter} 列“${column.header}”对应的字段`}
      showSearch={{ optionFilterProp: 'search' }}
      placeholder="未识别，请选择"
      popupMatchSelectWidth={280}
      options={options}
      optionRender={renderOption}
      value={chosen}
      onChange={(value: unknown) => onField(value === leftOut || typeof value !== 'string' ? null : value)}
    />
  )
}
