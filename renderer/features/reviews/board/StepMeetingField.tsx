import { Select } from 'antd'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { Link } from 'react-router'
import type { BoardRow, CampaignDetail } from '#shared/contract/reviewRows.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { meetingAddress } from '../../../lib/meetingAddresses.ts'
import { useCall } from '../../../lib/queries.ts'
import { useHasRight } from '../../../lib/session.ts'
import { useDebounced } from '../../../lib/useDebounced.ts'
import { clearable } from '../../../ui/clearable.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import type { StepForm } from './registering.ts'

interface StepMeetingFieldProps {
  readonly form: StepForm
  readonly campaign: CampaignDetail
  readonly rows: readonly BoardRow[]
  readonly step: 'upMeeting' | 'downMeeting'
}

/** The record of the meeting, where there is one: of the organisation that holds the campaign, or of the people's own. */
export function StepMeetingField({ form, campaign, rows, step }: StepMeetingFieldProps) {
  const { field, fieldState } = useController({ control: form.control, name: 'meetingId' })
  const canRead = useHasRight('member.read')
  const own = new Set(rows.map(({ organizationId }) => organizationId))
  const [first = ''] = own
  const organizationId = step === 'upMeeting' ? campaign.organizationId : own.size === 1 ? first : ''
  const { year } = campaign
  const [typed, setTyped] = useState('')
  const text = useDebounced(typed.trim(), 250)
  const meetings = useCall(
    'meetings.list',
    {
      organizationId,
      from: `${year}-01-01`,
      to: `${year + 1}-12-31`,
      kinds: [],
      status: null,
      check: null,
      onlyLate: false,
      text: text === '' ? null : text,
      offset: 0,
      limit: 50,
    },
    { enabled: canRead && organizationId !== '', keepPrevious: true },
  )
  if (!canRead || organizationId === '') return null
  const options = (meetings.data?.rows ?? []).map(({ id, heldOn, title, organizationName }) => ({
    value: id,
    label: `${formatPartialDate(heldOn)} ${organizationName} ${title}`,
  }))
  const { value } = field
  return (
    <FormRow
      label="会议记录"
      error={fieldState.error?.message}
      {...(value === null ? {} : { hint: <Link to={meetingAddress(value)}>打开这次会议的记录</Link> })}
    >
      {(ids) => (
        <Select<string>
          {...ids}
          allowClear={clearable}
          showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
          placeholder="可以不选；输入会议名称查找"
          notFoundContent="没有找到会议记录"
          options={options}
          {...(value === null ? {} : { value })}
          onBlur={field.onBlur}
          onChange={(next: string | undefined) => field.onChange(next ?? null)}
        />
      )}
    </FormRow>
  )
}
