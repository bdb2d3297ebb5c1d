import { Select } from 'antd'
import { Link } from 'react-router'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { meetingKindLabels } from '#shared/labels/meetings.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { meetingAddress, newMeetingAddress } from '../../lib/meetingAddresses.ts'
import { useCall } from '../../lib/queries.ts'
import { FormRow } from '../../ui/FormRow.tsx'

interface MeetingFieldProps {
  readonly kind: Extract<MeetingKind, 'organizationLife' | 'appraisal'>
  readonly organizationId: string
  readonly year: number
  readonly value: string | null
  /** The one that is stored, for when the list does not have it. */
  readonly stored: { readonly id: string; readonly label: string } | null
  readonly error: string | undefined
  readonly disabled: boolean
  readonly onChoose: (meetingId: string | null, heldOn: string | null) => void
}

/** Which meeting of the branch it was held at: of the year, or held for it in the next. */
export function MeetingField(props: MeetingFieldProps) {
  const { kind, organizationId, year, value, stored, error, disabled, onChoose } = props
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
  const known = rows.map(({ id, heldOn, title }) => ({
    value: id,
    label: `${formatPartialDate(heldOn)} ${title}`,
  }))
  const isListed = stored === null || known.some((each) => each.value === stored.id)
  const options = isListed ? known : [...known, { value: stored.id, label: stored.label }]
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
          allowClear
          disabled={disabled}
          placeholder={disabled ? '' : '还没有开会，可以不选'}
          notFoundContent={`没有登记过${name}`}
          options={options}
          {...(value === null ? {} : { value })}
          {...(error === undefined ? {} : { status: 'error' as const })}
          onChange={(next: string | undefined) =>
            onChoose(next ?? null, rows.find(({ id }) => id === next)?.heldOn ?? null)
          }
        />
      )}
    </FormRow>
  )
}
