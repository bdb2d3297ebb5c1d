import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { BatchFields } from '#shared/contract/reviewBallots.ts'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { batchMethodLabels } from '#shared/labels/reviews.ts'
import { useCall } from '../../lib/queries.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import type { BatchForm } from './batchForm.ts'
import { openableOf } from './batchWords.ts'
import { PapersTable } from './PapersTable.tsx'

interface BatchFieldRowsProps {
  readonly campaign: CampaignDetail
  readonly form: UseFormReturn<BatchForm, unknown, BatchFields>
  /** Direction, group and manner are settled when the batch is opened. */
  readonly isNew: boolean
}

export function BatchFieldRows({ campaign, form, isNew }: BatchFieldRowsProps) {
  const { control, setValue } = form
  const [schemeId, componentId] = useWatch({ control, name: ['schemeId', 'componentId'] })
  const tree = useCall('organizations.tree', { includeEnded: false })
  const scheme = campaign.schemes.find(({ id }) => id === schemeId)
  const components = openableOf(scheme, campaign)
  const groups = components.find(({ id }) => id === componentId)?.groups ?? []
  // What was chosen under another scheme or direction does not exist under this one.
  const chooseComponent = (id: string, of = components): void => {
    setValue('componentId', id)
    setValue('groupId', of.find((one) => one.id === id)?.groups[0]?.id ?? '')
  }
  const chooseScheme = (id: string): void => {
    const next = openableOf(
      campaign.schemes.find((one) => one.id === id),
      campaign,
    )
    setValue('schemeId', id)
    setValue('subjects', [])
    chooseComponent(next[0]?.id ?? '', next)
  }
  return (
    <>
      <div className="ballot-three">
        <CodeSelect
          control={control}
          name="schemeId"
          label="方案"
          required
          disabled={!isNew}
          entries={campaign.schemes.map(({ id, name }) => ({ code: id, name }))}
          onChosen={(code) => chooseScheme(code ?? '')}
        />
        <CodeSelect
          control={control}
          name="componentId"
          label="测评方向"
          required
          disabled={!isNew}
          entries={components.map(({ id, name }) => ({ code: id, name }))}
          onChosen={(code) => chooseComponent(code ?? '')}
        />
        <CodeSelect
          control={control}
          name="groupId"
          label="测评群体"
          required
          disabled={!isNew}
          entries={groups.map(({ id, name }) => ({ code: id, name }))}
        />
        <TreeField
          control={control}
          name="organizationId"
          label="组织测评的党组织"
          required
          items={(tree.data?.nodes ?? [])
            .filter(({ type }) => isOrganizationLevel(type))
            .map(({ id, parentId, shortName }) => ({ id, parentId, label: shortName }))}
        />
        <PartialDateField control={control} name="heldOn" label="测评日期" required wholeDay />
        <CodeSelect
          control={control}
          name="method"
          label="计票方式"
          required
          disabled={!isNew}
          entries={(['tally', 'keying'] as const).map((code) => ({ code, name: batchMethodLabels[code] }))}
        />
        <NumberField control={control} name="should" label="应到" unit="人" />
        <NumberField control={control} name="present" label="实到" unit="人" />
        <span />
        <TextField control={control} name="supervisors" label="监票人" maxLength={100} />
        <TextField control={control} name="tellers" label="计票人" maxLength={100} />
      </div>
      <PapersTable campaignId={campaign.id} form={form} />
    </>
  )
}
