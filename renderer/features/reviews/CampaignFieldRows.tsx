import { Checkbox } from 'antd'
import { Controller } from 'react-hook-form'
import { flowSteps, flowTable } from '#shared/domain/reviews/flow.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { useCall } from '../../lib/queries.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import type { CampaignForm } from './campaignForm.ts'

/** What is said of a campaign as a whole; new and old. */
export function CampaignFieldRows({ form: { control } }: { readonly form: CampaignForm }) {
  const tree = useCall('organizations.tree', { includeEnded: false })
  const items = (tree.data?.nodes ?? [])
    .filter(({ type }) => isOrganizationLevel(type))
    .map(({ id, parentId, shortName }) => ({ id, parentId, label: shortName }))
  return (
    <div className="form-grid">
      <TreeField
        control={control}
        name="organizationId"
        label="党组织"
        required
        items={items}
        hint="组织述职测评的一级，一般是街道党工委"
      />
      <NumberField control={control} name="year" label="年度" required min={1949} max={2199} unit="年" />
      <TextField control={control} name="name" label="名称" required wide maxLength={100} />
      <PartialDateField control={control} name="startOn" label="开始日期" wholeDay />
      <PartialDateField control={control} name="endOn" label="结束日期" wholeDay />
      <TextField control={control} name="noticeNo" label="方案文号" maxLength={50} />
      <PartialDateField control={control} name="noticeOn" label="方案印发日期" wholeDay />
      <Controller
        control={control}
        name="leftOutSteps"
        render={({ field }) => (
          <FormRow
            label="环节"
            wide
            as="group"
            hint="打勾的办，可以去掉的是自查、考核、送审和点评，其余必须有"
          >
            {() => (
              <div className="review-steps-choice">
                {flowSteps.map((step, index) => (
                  <Checkbox
                    key={step}
                    disabled={!flowTable[step].isOptional}
                    checked={!field.value.includes(step)}
                    onBlur={field.onBlur}
                    onChange={({ target }) =>
                      field.onChange(
                        target.checked ? field.value.filter((each) => each !== step) : [...field.value, step],
                      )
                    }
                  >
                    {index + 1}　{flowTable[step].name}
                  </Checkbox>
                ))}
              </div>
            )}
          </FormRow>
        )}
      />
      <TextField control={control} name="remark" label="备注" wide rows={2} maxLength={500} />
    </div>
  )
}
