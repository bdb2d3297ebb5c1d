import { useMemo } from 'react'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { codeTables } from '#shared/labels/codeTables.ts'
import { transferFieldLabels } from '#shared/labels/transfers.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import { branchItems } from './branchItems.ts'
import type { FormParts } from './formParts.ts'
import { personTypeChoices } from './transferForm.ts'

/** Who comes, or an activist who goes: described by the papers, not by the roster. */
export function PersonFields({
  form: { control },
  isNew,
  subject,
  notesOf,
  organizations,
}: FormParts & { readonly organizations: readonly OrganizationNode[] }) {
  const items = useMemo(() => branchItems(organizations), [organizations])
  const kept = isNew ? {} : { hint: '已登记的不显示；不改就留空' }
  return (
    <>
      <h3 className="transfer-section">人员</h3>
      <div className="form-grid">
        <TextField control={control} name="personName" label={transferFieldLabels.personName} required />
        <CodeSelect
          control={control}
          name="personType"
          label={transferFieldLabels.personType}
          entries={personTypeChoices}
          findings={notesOf('personType')}
        />
        <TextField
          control={control}
          name="idNo"
          label={transferFieldLabels.idNo}
          {...(isNew ? { hint: '按介绍信填写，接收时据此核对是否曾在本街道' } : kept)}
        />
        <CodeSelect
          control={control}
          name="gender"
          label={transferFieldLabels.gender}
          entries={codeTables.gender}
        />
        <PartialDateField control={control} name="birthDate" label={transferFieldLabels.birthDate} />
        <CodeSelect
          control={control}
          name="ethnicity"
          label={transferFieldLabels.ethnicity}
          entries={codeTables.ethnicity}
        />
        <TextField control={control} name="phone" label={transferFieldLabels.phone} {...kept} />
        <TreeField
          control={control}
          name="organizationId"
          label={subject.direction === 'in' ? '转入哪个党支部' : '现在哪个党支部'}
          required
          items={items}
        />
      </div>
    </>
  )
}
