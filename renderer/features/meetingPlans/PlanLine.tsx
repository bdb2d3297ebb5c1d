import { Button, Input } from 'antd'
import { useState } from 'react'
import { Controller, useWatch } from 'react-hook-form'
import { Link } from 'react-router'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { meetingKindShort } from '#shared/labels/meetings.ts'
import { meetingAddress, meetingsAddress } from '../../lib/meetingAddresses.ts'
import { Icon } from '../../ui/icons.tsx'
import { PlanDayCell } from './PlanDayCell.tsx'
import type { PlanFormMethods } from './planMethods.ts'

interface PlanLineProps {
  readonly form: PlanFormMethods
  readonly index: number
  readonly year: number
  readonly month: number
  readonly kind: MeetingKind
  readonly organizationId: string
  readonly counts: { readonly meetings: number; readonly firstId: string | null }
  readonly isFirst: boolean
  readonly canWrite: boolean
  readonly onRemove: () => void
}

/** One thing planned: the day, what about, where and who. */
export function PlanLine(props: PlanLineProps) {
  const { form, index, month, kind, isFirst, canWrite, onRemove } = props
  const name = `${month}月${meetingKindShort[kind]}`
  return (
    <tr className={isFirst ? 'plan-first' : undefined}>
      <th scope="row" className="plan-month">
        {isFirst ? `${month}月` : <span className="visually-hidden">{month}月</span>}
      </th>
      <td className="plan-kind">{meetingKindShort[kind]}</td>
      <td className="plan-day">
        <PlanDayCell
          form={form}
          index={index}
          label={`${name}日期`}
          year={props.year}
          month={month}
          canWrite={canWrite}
        />
      </td>
      <td>
        <TopicCell form={form} index={index} name={name} canWrite={canWrite} />
      </td>
      <td>
        <TextCell
          form={form}
          index={index}
          field="place"
          label={`${name}地点`}
          max={100}
          canWrite={canWrite}
        />
      </td>
      <td>
        <TextCell
          form={form}
          index={index}
          field="personName"
          label={`${name}负责人`}
          max={50}
          canWrite={canWrite}
        />
      </td>
      <td className="plan-held">
        <HeldLink {...props} />
      </td>
      {canWrite && (
        <td className="plan-remove">
          <Button
            type="text"
            size="small"
            icon={<Icon name="trash" />}
            aria-label={`删除${name}`}
            title="删除这一项"
            onClick={onRemove}
          />
        </td>
      )}
    </tr>
  )
}

interface TopicCellProps extends Omit<CellProps, 'label'> {
  readonly name: string
}

/** What about; the programme below it where there is one. */
function TopicCell({ form, index, name, canWrite }: TopicCellProps) {
  const program = useWatch({ control: form.control, name: `items.${index}.program` })
  const [isOpen, setOpen] = useState(false)
  const hasProgram = isOpen || (typeof program === 'string' && program !== '')
  const cell = { form, index, canWrite }
  return (
    <>
      <div className="plan-topic">
        <TextCell {...cell} field="topic" label={`${name}主题`} max={200} />
        {canWrite && !hasProgram && (
          <Button type="link" size="small" aria-label={`${name}写议程`} onClick={() => setOpen(true)}>
            议程
          </Button>
        )}
      </div>
      {hasProgram && <TextCell {...cell} field="program" label={`${name}议程`} max={2000} isLong />}
    </>
  )
}

function HeldLink({ counts: { meetings, firstId }, organizationId, year, month, kind }: PlanLineProps) {
  if (meetings === 0 || firstId === null) return <span className="muted">—</span>
  const to =
    meetings === 1
      ? meetingAddress(firstId)
      : meetingsAddress({ organizationId, year, span: `m${month}`, kinds: [kind] })
  return (
    <Link to={to} aria-label={`${month}月${meetingKindShort[kind]}已开 ${meetings} 次`}>
      {meetings} 次
    </Link>
  )
}

interface CellProps {
  readonly form: PlanFormMethods
  readonly index: number
  readonly label: string
  readonly canWrite: boolean
}

interface TextCellProps extends CellProps {
  readonly field: 'topic' | 'program' | 'place' | 'personName'
  readonly max: number
  readonly isLong?: boolean
}

function TextCell({ form, index, field: key, label, max, canWrite, isLong = false }: TextCellProps) {
  return (
    <Controller
      control={form.control}
      name={`items.${index}.${key}`}
      render={({ field }) => {
        const value = typeof field.value === 'string' ? field.value : ''
        if (!canWrite) return <span className="plan-text">{value}</span>
        const common = {
          'aria-label': label,
          maxLength: max,
          value,
          onBlur: field.onBlur,
          onChange: (event: { readonly target: { readonly value: string } }) =>
            field.onChange(event.target.value === '' ? null : event.target.value),
        }
        return isLong ? (
          <Input.TextArea {...common} rows={3} placeholder="议程" />
        ) : (
          <Input {...common} autoComplete="off" />
        )
      }}
    />
  )
}
