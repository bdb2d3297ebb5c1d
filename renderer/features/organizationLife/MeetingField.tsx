import { Select } from 'antd'
import { type FieldValues, useController } from 'react-hook-form'
import { Link } from 'react-router'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { meetingKindLabels } from '#shared/labels/meetings.ts'
import { type DateOnly, formatPartialDate } from '#shared/lib/dates.ts'
import { meetingAddress, newMeetingAddress } from '../../lib/meetingAddresses.ts'
import { useCall } from '../../lib/queries.ts'
import { clearable } from '../../ui/clearable.tsx'
import type { FieldProps } from '../../ui/field.ts'
import { FormRow } from '../../ui/FormRow.tsx'

interface MeetingFieldProps<T extends FieldValues, O> extends Pick<FieldProps<T, O>, 'control' | 'name'> {
  readonly kind: Extract<MeetingKind, 'organizationLife' | 'appraisal'>
  readonly organizationId: string
  readonly year: number
  /** The one that is stored, for when the list does not have it. */
  readonly stored: { readonly id: string; readonly heldOn: DateOnly; readonly title: string } | null
  readonly disabled: boolean
  /** After the form has it; the day is null where the list does not have the meeting. */
  readonly onChosen: (heldOn: DateOnly | null, meetingId: string | null) => void
}

const optionOf = ({
  id,
  heldOn,
  title,
}: {
  readonly id: string
  readonly heldOn: DateOnly
  readonly title: string
}) => ({ value: id, label: `${formatPartialDate(heldOn)} ${title}` })

/** Which meeting of the branch it was held at: of the year, or held for it in the next. */
export function MeetingField<T extends FieldValues, O>(props: MeetingFieldProps<T, O>) {
  const { kind, organizationId, year, stored, disabled, onChosen } = props
  const { field, fieldState } = useController({ control: props.control, name: props.name })
  const given: unknown = field.value
  const value = typeof given === 'string' ? given : null
  const error = fieldState.error?.message
  const meetings = useCall(
    'meetings.list',
    {
      organizationId,
      from: `${year}-01-01`,
      to: `${year + 1}-12-31`,
      kinds: [kind],
      status: null,
      check: null,
      onlyLate: false,
      text: null,
      offset: 0,
      limit: 50,
    },
    { enabled: organizationId !== '' },
  )
  const rows = meetings.data?.rows ?? []
  const known = rows.map(optionOf)
  const isListed = stored === null || known.some((each) => each.value === stored.id)
  const options = isListed ? known : [...known, optionOf(stored)]
  const name = meetingKindLabels[kind]
  return (
    <FormRow
      label="会议记录"
      wide
      error={error}
      hint={
        value !== null ? (
          <Link to={meetingAddress(value)}>打开这次会议的记录</Link>
        ) : organizationId === '' || disabled ? undefined : (
          <>
            开过会以后选中那次会议，没有的先
            <Link to={newMeetingAddress({ organizationId, kind })}>登记会议记录</Link>
            （类型勾选“{name}”）
          </>
        )
      }
    >
      {(ids) => (
        <Select<string>
          {...ids}
          allowClear={clearable}
          disabled={disabled}
          placeholder={disabled ? '' : '还没有开会，可以不选'}
          notFoundContent={`没有登记过${name}`}
          options={options}
          {...(value === null ? {} : { value })}
          {...(error === undefined ? {} : { status: 'error' as const })}
          onChange={(next: string | undefined) => {
            field.onChange(next ?? null)
            onChosen(rows.find(({ id }) => id === next)?.heldOn ?? null, next ?? null)
          }}
        />
      )}
    </FormRow>
  )
}
