import { useWatch } from 'react-hook-form'
import { talkRelations } from '#shared/domain/meetings/records.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { talkRelationLabels } from '#shared/labels/meetings.ts'
import { useCall } from '../../lib/queries.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import { PersonField } from './PersonField.tsx'
import type { TalkForm } from './talkForm.ts'

const names = [
  ['talkerName', 'talkerId', '谈话人'],
  ['talkedName', 'talkedId', '被谈人'],
] as const

interface TalkFieldsProps {
  readonly form: TalkForm
  readonly disabled: boolean
}

/** Whose talk it was, and what was said. */
export function TalkFields({ form, disabled }: TalkFieldsProps) {
  const { control, setValue } = form
  const tree = useCall('organizations.tree', { includeEnded: true })
  const place = useWatch({ control, name: 'organizationId' })
  return (
    <>
      <TextField control={control} name="title" label="主题" required maxLength={100} disabled={disabled} />
      <div className="life-two">
        <TreeField
          control={control}
          name="organizationId"
          label="党支部"
          required
          disabled={disabled}
          items={(tree.data?.nodes ?? [])
            .filter(({ type }) => isOrganizationLevel(type))
            .map(({ id, parentId, shortName }) => ({ id, parentId, label: shortName }))}
        />
        <PartialDateField
          control={control}
          name="talkedOn"
          label="日期"
          required
          wholeDay
          disabled={disabled}
        />
        {names.map(([name, memberId, label]) => (
          <PersonField
            key={name}
            control={control}
            name={name}
            label={label}
            required
            organizationId={place}
            disabled={disabled}
            onMember={(id) => setValue(memberId, id, { shouldDirty: true })}
          />
        ))}
        <CodeSelect
          control={control}
          name="relation"
          label="对应关系"
          required
          disabled={disabled}
          entries={talkRelations.map((code) => ({ code, name: talkRelationLabels[code] }))}
        />
        <TextField control={control} name="place" label="地点" maxLength={100} disabled={disabled} />
      </div>
      <TextField
        control={control}
        name="content"
        label="内容"
        rows={4}
        maxLength={3000}
        disabled={disabled}
        hint="只记工作和思想，不记家庭隐私细节"
      />
      <div className="life-two">
        <TextField
          control={control}
          name="suggestions"
          label="意见建议"
          rows={2}
          maxLength={1000}
          disabled={disabled}
        />
        <TextField
          control={control}
          name="feedback"
          label="反馈"
          rows={2}
          maxLength={1000}
          disabled={disabled}
        />
      </div>
    </>
  )
}
