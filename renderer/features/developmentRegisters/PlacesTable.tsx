import { Button, Input, InputNumber, Select, Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import { fileAddress } from '../../lib/developmentWords.ts'
import type { Place } from './places.ts'

interface PlacesTableProps {
  readonly places: readonly Place[]
  readonly isReadOnly: boolean
  readonly onChange: (fileId: string, change: Partial<Place>) => void
  readonly onRemove: (fileId: string) => void
}

const passedChoices = [
  { value: 'unknown', label: '未填' },
  { value: 'yes', label: '结业' },
  { value: 'no', label: '未结业' },
] as const

type Passed = (typeof passedChoices)[number]['value']

function passedOf(isPassed: boolean | null): Passed {
  if (isPassed === null) return 'unknown'
  return isPassed ? 'yes' : 'no'
}

const textOrNull = (text: string) => (text === '' ? null : text)

const people: TableColumnsType<Place> = [
  {
    title: '姓名',
    key: 'name',
    width: '10em',
    ellipsis: true,
    render: (_, { fileId, name }) => (
      <Link to={fileAddress(fileId)} title={name}>
        {name}
      </Link>
    ),
  },
  {
    title: '所在党支部',
    key: 'organization',
    ellipsis: true,
    render: (_, { organizationName }) => <span title={organizationName}>{organizationName}</span>,
  },
]

function readOnlyColumns(): TableColumnsType<Place> {
  return [
    ...people,
    { title: '学时', key: 'hours', width: '6em', align: 'right', render: (_, { hours }) => hours },
    { title: '成绩', key: 'score', width: '8em', align: 'right', render: (_, { score }) => score },
    {
      title: '结业',
      key: 'passed',
      width: '7em',
      align: 'right',
      render: (_, { isPassed }) => passedChoices.find(({ value }) => value === passedOf(isPassed))?.label,
    },
    { title: '结业证号', key: 'certNo', width: '14em', align: 'right', render: (_, { certNo }) => certNo },
  ]
}

function editColumns({ onChange, onRemove }: PlacesTableProps): TableColumnsType<Place> {
  return [
    ...people,
    {
      title: '学时',
      key: 'hours',
      width: '7em',
      render: (_, { fileId, name, hours }) => (
        <InputNumber<number>
          className="dev-reg-number"
          aria-label={`${name}的学时`}
          min={0}
          max={100_000}
          precision={0}
          value={hours}
          onChange={(next) => onChange(fileId, { hours: next })}
        />
      ),
    },
    {
      title: '成绩',
      key: 'score',
      width: '8em',
      render: (_, { fileId, name, score }) => (
        <Input
          aria-label={`${name}的成绩`}
          maxLength={20}
          value={score ?? ''}
          onChange={(event) => onChange(fileId, { score: textOrNull(event.target.value) })}
        />
      ),
    },
    {
      title: '结业',
      key: 'passed',
      width: '8em',
      render: (_, { fileId, name, isPassed }) => (
        <Select<Passed>
          className="dev-reg-number"
          aria-label={`${name}是否结业`}
          options={[...passedChoices]}
          value={passedOf(isPassed)}
          onChange={(next) => onChange(fileId, { isPassed: next === 'unknown' ? null : next === 'yes' })}
        />
      ),
    },
    {
      title: '结业证号',
      key: 'certNo',
      width: '14em',
      render: (_, { fileId, name, certNo }) => (
        <Input
          aria-label={`${name}的结业证号`}
          maxLength={50}
          value={certNo ?? ''}
          onChange={(event) => onChange(fileId, { certNo: textOrNull(event.target.value) })}
        />
      ),
    },
    {
      title: <span className="visually-hidden">移出</span>,
      key: 'remove',
      width: '5em',
      render: (_, { fileId, name }) => (
        <Button size="small" type="link" aria-label={`移出${name}`} onClick={() => onRemove(fileId)}>
          移出
        </Button>
      ),
    },
  ]
}

export function PlacesTable(props: PlacesTableProps) {
  return (
    <Table<Place>
      size="small"
      rowKey="fileId"
      tableLayout="fixed"
      dataSource={[...props.places]}
      columns={props.isReadOnly ? readOnlyColumns() : editColumns(props)}
      pagination={false}
    />
  )
}
