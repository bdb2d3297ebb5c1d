import { useMemo } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import {
  endReasons,
  returnStates,
  setbacks,
  setbackStates,
} from '#shared/domain/development/courseActions.ts'
import type { DevelopmentEventKind } from '#shared/domain/development/records.ts'
import { courseStateLabels, endReasonLabels, setbackLabels } from '#shared/labels/development.ts'
import { BooleanField } from '../../../ui/BooleanField.tsx'
import { CodeSelect } from '../../../ui/CodeSelect.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { PartialDateField } from '../../../ui/PartialDateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TreeField } from '../../../ui/TreeField.tsx'
import { bodyItems, type BodyNode, noRightReason } from './bodies.ts'
import { branchChoices } from './branchChoices.ts'
import type { EventDraft, EventValues } from './eventForm.ts'
import { VoteInput } from './VoteInput.tsx'

interface EventFieldsProps {
  readonly form: UseFormReturn<EventDraft, unknown, EventValues>
  readonly kind: DevelopmentEventKind
  readonly detail: DevelopmentDetail
  readonly bodies: readonly BodyNode[]
  readonly organizations: readonly OrganizationNode[]
}

const dayLabels: Readonly<Record<DevelopmentEventKind, string>> = {
  return: '决定日期',
  extend: '支部大会日期',
  disqualify: '支部大会日期',
  revoke: '支委会日期',
  reapply: '再次申请日期',
  end: '终止日期',
  transfer: '转移日期',
}

const wordsLabels: Readonly<Record<DevelopmentEventKind, string>> = {
  return: '理由',
  extend: '大会决议',
  disqualify: '大会决议、理由',
  revoke: '理由',
  reapply: '说明',
  end: '理由、经过',
  transfer: '原党组织的培养教育情况、材料移交',
}

const dayHints: Readonly<Record<DevelopmentEventKind, string>> = {
  return: '照会议记录上的日期填',
  extend: '照大会记录上的日期填',
  disqualify: '照大会记录上的日期填',
  revoke: '照会议记录上的日期填',
  reapply: '照新的申请书上的日期填',
  end: '照撤回书、会议记录上的日期填',
  transfer: '照材料移交函、介绍信上的日期填',
}

const endChoices = endReasons.map((code) => ({ code, name: endReasonLabels[code] }))

/** What an event needs to know. */
export function EventFields({ form, kind, detail, bodies, organizations }: EventFieldsProps) {
  const { control, setValue } = form
  const [setback, vote, bodyId, on] = useWatch({ control, name: ['setback', 'vote', 'bodyId', 'on'] })
  const items = useMemo(() => bodyItems(bodies), [bodies])
  const branches = useMemo(() => branchChoices(organizations), [organizations])
  const isDecided = kind === 'extend' || kind === 'disqualify'
  const problem = isDecided ? noRightReason(bodies, bodyId) : null
  const causes = setbacks.filter((each) => setbackStates[each].includes(detail.state))
  return (
    <>
      <div className="dev-two">
        <PartialDateField
          control={control}
          name="on"
          label={dayLabels[kind]}
          hint={dayHints[kind]}
          required
          wholeDay
        />
        {kind === 'return' && (
          <>
            <CodeSelect
              control={control}
              name="setback"
              label="退回原因"
              required
              entries={causes.map((code) => ({ code, name: setbackLabels[code] }))}
              onChosen={(code) => {
                const chosen = setbacks.find((each) => each === code)
                const [first] = chosen === undefined ? [] : returnStates(chosen)
                if (first !== undefined) setValue('to', first)
              }}
            />
            <CodeSelect
              control={control}
              name="to"
              label="退回到"
              required
              entries={returnStates(setback).map((code) => ({ code, name: courseStateLabels[code] }))}
            />
          </>
        )}
        {kind === 'end' && (
          <CodeSelect control={control} name="endReason" label="终止原因" required entries={endChoices} />
        )}
        {kind === 'extend' && (
          <NumberField control={control} name="months" label="延长" required min={1} max={24} unit="个月" />
        )}
        {kind === 'transfer' && (
          <>
            <TreeField
              control={control}
              name="organizationId"
              label="转到哪个党支部"
              required
              items={branches}
            />
            <BooleanField control={control} name="isContinuous" label="培养教育时间连续计算" decided />
          </>
        )}
      </div>
      {isDecided && (
        <>
          <VoteInput
            value={vote}
            branchId={detail.fields.organizationId}
            on={on}
            onChange={(next) => setValue('vote', next, { shouldDirty: true })}
          />
          <div className="dev-two">
            <TreeField
              control={control}
              name="bodyId"
              label="批准机关"
              required
              items={items}
              {...(problem === null ? {} : { findings: <span className="form-error">{problem}</span> })}
            />
            <PartialDateField
              control={control}
              name="approvedOn"
              label="批准日期"
              required
              hint="照批复上的日期填"
            />
          </div>
        </>
      )}
      {(isDecided || kind === 'return' || kind === 'revoke') && (
        <TextField control={control} name="docNo" label="文号" maxLength={50} />
      )}
      <TextField control={control} name="words" label={wordsLabels[kind]} rows={2} maxLength={500} />
    </>
  )
}
