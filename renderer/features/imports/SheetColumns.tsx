import { Table, type TableColumnsType, Tag } from 'antd'
import { useMemo } from 'react'
import type { ImportColumn, ImportFinding, ImportKind } from '#shared/contract/imports.ts'
import { ColumnFieldSelect } from './ColumnFieldSelect.tsx'
import { importFieldLabel } from './importFieldOptions.ts'
import { sharedFields, type SheetGroup, unknownColumns } from './sheetGroups.ts'

interface SheetColumnsProps {
  readonly kind: ImportKind
  readonly group: SheetGroup
  readonly findings: readonly ImportFinding[]
  /** Undefined goes back to what the program recognises. */
  readonly onColumn: (index: number, field: string | null | undefined) => void
}

const howLabels: Readonly<Record<ImportColumn['how'], string>> = {
  alias: '按列名',
  remembered: '记住的',
  manual: '手工',
  none: '不导入',
}

function sampleText(samples: readonly string[]): string {
  return samples.filter((sample) => sample !== '').join('；')
}

export function SheetColumns({ kind, group, findings, onColumn }: SheetColumnsProps) {
  const unknown = useMemo(() => unknownColumns(group, findings), [group, findings])
  const shared = useMemo(() => sharedFields(group.columns), [group])
  const taken = useMemo(() => {
    const mapped = group.columns.filter((column) => column.field !== null)
    const byField = Map.groupBy(mapped, (column) => column.field ?? '')
    return new Map([...byField].map(([field, columns]) => [field, columns.map((column) => column.letter)]))
  }, [group])

  const columns: TableColumnsType<ImportColumn> = [
    { title: '列', dataIndex: 'letter', width: 52 },
    {
      title: '表头',
      dataIndex: 'header',
      width: 220,
      render: (header: string) => (header === '' ? <span className="muted">（无表头）</span> : header),
    },
    {
      title: '前三个值',
      key: 'samples',
      ellipsis: true,
      render: (_, { samples }) => (
        <span className="number" title={sampleText(samples)}>
          {sampleText(samples) === '' ? <span className="muted">（空列）</span> : sampleText(samples)}
        </span>
      ),
    },
    {
      title: '对应字段',
      key: 'field',
      width: 300,
      render: (_, column) => (
        <>
          <ColumnFieldSelect
            kind={kind}
            column={column}
            isUnknown={unknown.has(column.letter)}
            taken={taken}
            onField={(field) => onColumn(column.index, field)}
          />
          {column.field !== null && shared.has(column.letter) && (
            <div className="import-column-warning" role="note">
              与 {shared.get(column.letter)?.join('、')} 列同为“{importFieldLabel(kind, column.field)}
              ”，逐行取先有内容的
            </div>
          )}
        </>
      ),
    },
    {
      title: '怎样识别',
      key: 'how',
      width: 150,
      render: (_, column) => (
        <span className="import-column-how">
          {unknown.has(column.letter) ? <Tag color="blue">未识别</Tag> : <Tag>{howLabels[column.how]}</Tag>}
          {column.how === 'manual' && (
            <button
              type="button"
              className="link-button small"
              aria-label={`${column.letter} 列改回自动识别`}
              onClick={() => onColumn(column.index, undefined)}
            >
              改回
            </button>
          )}
        </span>
      ),
    },
  ]
  return (
    <Table
      size="small"
      rowKey="index"
      columns={columns}
      dataSource={[...group.columns]}
      pagination={false}
      rowClassName={(column) =>
        unknown.has(column.letter)
          ? 'import-column-unknown'
          : shared.has(column.letter)
            ? 'import-column-shared'
            : ''
      }
    />
  )
}
