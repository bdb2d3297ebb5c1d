import { useMemo } from 'react'
import { type Control, useWatch } from 'react-hook-form'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { CodeSelect } from '../../../ui/CodeSelect.tsx'
import { PartialDateField } from '../../../ui/PartialDateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TreeField } from '../../../ui/TreeField.tsx'
import { approvedMilestones, bodyItems, type BodyNode, noRightReason } from './bodies.ts'
import {
  hasDocNo,
  hasPlace,
  opinionLabels,
  peopleLabels,
  type RecordDraft,
  type RecordValues,
} from './stepForm.ts'

interface StepFieldsProps {
  readonly control: Control<RecordDraft, unknown, RecordValues>
  readonly milestone: Milestone
  readonly bodies: readonly BodyNode[]
  readonly branchId: string
}

/** The few things a step needs to know: its day, where, who, which body, which paper, what was said. */
export function StepFields({ control, milestone, bodies, branchId }: StepFieldsProps) {
  const items = useMemo(() => bodyItems(bodies), [bodies])
  const bodyId = useWatch({ control, name: 'bodyId' })
  const isApproved = approvedMilestones.has(milestone)
  const problem = isApproved ? noRightReason(bodies, bodyId) : null
  const people = peopleLabels[milestone]
  const opinion = opinionLabels[milestone]
  const groups = bodies.filter(({ type, parentId }) => type === 'XZ' && parentId === branchId)
  return (
    <>
      <div className="dev-two">
        <PartialDateField control={control} name="on" label="日期" required />
        {hasPlace(milestone) && <TextField control={control} name="place" label="地点" maxLength={100} />}
        {people !== undefined && (
          <TextField control={control} name="people" label={people} maxLength={100} hint="几个人用顿号隔开" />
        )}
        {isApproved && (
          <TreeField
            control={control}
            name="bodyId"
            label="办理机关"
            required
            items={items}
            {...(problem === null ? {} : { findings: <span className="form-error">{problem}</span> })}
          />
        )}
        {hasDocNo(milestone) && <TextField control={control} name="docNo" label="文号" maxLength={50} />}
        {milestone === 'approvedOn' && groups.length > 0 && (
          <CodeSelect
            control={control}
            name="groupId"
            label="编入党小组"
            entries={groups.map(({ id, shortName }) => ({ code: id, name: shortName }))}
            placeholder="可以以后再编"
          />
        )}
      </div>
      {opinion !== undefined && (
        <TextField control={control} name="opinion" label={opinion} rows={2} maxLength={500} />
      )}
    </>
  )
}
