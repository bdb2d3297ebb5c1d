import { Checkbox } from 'antd'
import { Controller, useFormState, useWatch } from 'react-hook-form'
import { meetingKinds } from '#shared/domain/meetings/kinds.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { meetingFieldLabels as label, meetingKindLabels } from '#shared/labels/meetings.ts'
import { CodeSelect } from '../../../ui/CodeSelect.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { PartialDateField } from '../../../ui/PartialDateField.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TreeField } from '../../../ui/TreeField.tsx'
import { LastMeeting } from './LastMeeting.tsx'
import { branchChoices, groupChoices, inOrder, type MeetingForm } from './meetingForm.ts'
import { plainTitle } from './plainTitle.ts'
import { PersonField } from './PersonField.tsx'
import { TimeInput } from './TimeInput.tsx'
import { useRollOfDay } from './useRollOfDay.ts'

interface BasicsSectionProps {
  readonly form: MeetingForm
  readonly organizations: readonly OrganizationNode[]
  readonly isNew: boolean
}

/** 基本情况: kinds, branch and day first; they say who should come and what is asked below. */
export function BasicsSection({ form, organizations, isNew }: BasicsSectionProps) {
  const { control, setValue, setFocus } = form
  const { errors } = useFormState({ control, name: ['startTime', 'endTime'] })
  const [organizationId, kinds] = useWatch({ control, name: ['organizationId', 'kinds'] })
  const groups = groupChoices(organizations, organizationId)
  const isGroup = kinds.includes('groupMeeting')
  const { found } = useRollOfDay(form)
  const secretary = found.data?.secretary ?? null
  const [hostName, termNo, title, heldOn] = useWatch({
    control,
    name: ['hostName', 'termNo', 'title', 'heldOn'],
  })
  const suggested = plainTitle(kinds, heldOn)
  const hints = { host: secretary, termNo: found.data?.termNo ?? null }
  return (
    <SectionCard title="基本情况">
      <Controller
        control={control}
        name="kinds"
        render={({ field, fieldState }) => (
          <FormRow
            label={label.kinds}
            required
            wide
            as="group"
            error={fieldState.error?.message}
            hint="同一场会议兼有几种的可以多选，议题按类型分节记"
          >
            {() => (
              <Checkbox.Group
                className="meeting-kinds"
                options={meetingKinds.map((value) => ({ value, label: meetingKindLabels[value] }))}
                value={field.value}
                onChange={(chosen) => field.onChange(inOrder(chosen))}
              />
            )}
          </FormRow>
        )}
      />
      <div className="form-grid meeting-gap">
        <TreeField
          control={control}
          name="organizationId"
          label={label.organizationId}
          required
          items={branchChoices(organizations)}
          placeholder="选择党支部"
          onChosen={() => setValue('groupId', null)}
        />
        {isGroup && (
          <CodeSelect
            control={control}
            name="groupId"
            label={label.groupId}
            entries={groups}
            {...(organizationId === ''
              ? {}
              : {
                  hint:
                    groups.length === 0
                      ? '这个党支部下面还没有登记党小组'
                      : '不选的，按整个党支部列名单，也算不到哪个小组',
                })}
          />
        )}
        <PartialDateField control={control} name="heldOn" label={label.heldOn} required wholeDay />
        <TextField
          control={control}
          name="title"
          label={label.title}
          required
          maxLength={200}
          placeholder="如：讨论接收王小明为预备党员"
          {...(suggested !== null && title === ''
            ? {
                hint: (
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => {
                      setValue('title', suggested, { shouldDirty: true })
                      setFocus('title')
                    }}
                  >
                    填入“{suggested}”
                  </button>
                ),
              }
            : {})}
        />
        <FormRow label="时间" as="group" error={(errors.startTime ?? errors.endTime)?.message}>
          {() => (
            <span className="meeting-times">
              <TimeInput form={form} name="startTime" />
              至
              <TimeInput form={form} name="endTime" />
            </span>
          )}
        </FormRow>
        <TextField control={control} name="place" label={label.place} maxLength={100} />
        <PersonField
          form={form}
          idName="hostId"
          nameName="hostName"
          label={label.hostName}
          required
          {...(hints.host !== null && hostName === null && !isGroup
            ? { suggested: { memberId: hints.host.memberId, name: hints.host.name, why: '书记' } }
            : {})}
        />
        <PersonField
          form={form}
          idName="recorderId"
          nameName="recorderName"
          label={label.recorderName}
          required
        />
        <NumberField
          control={control}
          name="termNo"
          label={label.termNo}
          min={1}
          {...(hints.termNo !== null && termNo === null
            ? {
                hint: (
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => {
                      setValue('termNo', hints.termNo, { shouldDirty: true })
                      setFocus('termNo')
                    }}
                  >
                    这一天是第 {hints.termNo} 届，填入
                  </button>
                ),
              }
            : {})}
        />
        <NumberField
          control={control}
          name="seqNo"
          label={label.seqNo}
          min={1}
          hint="不填的，定稿时接着上一次的编号"
        />
      </div>
      {isNew && <LastMeeting form={form} />}
    </SectionCard>
  )
}
