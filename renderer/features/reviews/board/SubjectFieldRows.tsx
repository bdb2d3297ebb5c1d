import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { subjectKinds } from '#shared/domain/reviews/words.ts'
import type { SchemeDetail } from '#shared/contract/reviewRows.ts'
import { subjectKindLabels } from '#shared/labels/reviews.ts'
import { useCall } from '../../../lib/queries.ts'
import { CodeSelect } from '../../../ui/CodeSelect.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TreeField } from '../../../ui/TreeField.tsx'
import type { SubjectForm } from './subjectForm.ts'

interface SubjectFieldRowsProps {
  readonly form: SubjectForm
  readonly schemes: readonly SchemeDetail[]
}

/** One person who accounts: of which organisation, as what, under which scheme. */
export function SubjectFieldRows({ form, schemes }: SubjectFieldRowsProps) {
  const { control } = form
  const tree = useCall('organizations.tree', { includeEnded: false })
  const items = (tree.data?.nodes ?? [])
    .filter(({ type }) => isOrganizationLevel(type))
    .map(({ id, parentId, shortName }) => ({ id, parentId, label: shortName }))
  return (
    <>
      <TextField
        control={control}
        name="name"
        label="姓名（街道科室写科室名称）"
        required
        maxLength={50}
        // Another name is another person.
        onTyped={() => form.setValue('memberId', null)}
      />
      <TreeField control={control} name="organizationId" label="所在党组织" required items={items} />
      <CodeSelect
        control={control}
        name="kind"
        label="述职身份"
        required
        entries={subjectKinds.map((code) => ({ code, name: subjectKindLabels[code] }))}
      />
      <TextField control={control} name="duty" label="职务" maxLength={60} />
      <CodeSelect
        control={control}
        name="schemeId"
        label="方案"
        required
        entries={schemes.map(({ id, name }) => ({ code: id, name }))}
      />
    </>
  )
}
