import type { OrganizationDetail, OrganizationNode } from '#shared/contract/organizations.ts'
import { mayStandUnder, organizationTypes, type OrganizationType } from '#shared/domain/organizationKinds.ts'
import { useCommand } from '../../lib/queries.ts'
import { EmptyState } from '../../ui/states.tsx'
import { blankDraft } from './fields.ts'
import { OrganizationForm } from './OrganizationForm.tsx'

interface CreateOrganizationProps {
  readonly parent: OrganizationNode | null
  readonly onSaved: (detail: OrganizationDetail) => void
  readonly onCancel: () => void
  readonly onDirty: (isDirty: boolean) => void
}

export function typesUnder(parent: OrganizationType | null): readonly OrganizationType[] {
  return organizationTypes.filter((type) => mayStandUnder(type, parent))
}

export function CreateOrganization({ parent, onSaved, onCancel, onDirty }: CreateOrganizationProps) {
  const create = useCommand('organizations.create')
  const types = typesUnder(parent?.type ?? null)
  const first = types.includes('ZB') ? 'ZB' : types[0]
  if (first === undefined) {
    return <EmptyState inline title="这里不能再设下级" text="党员中心户之下不设党组织。" />
  }
  return (
    <OrganizationForm
      isNew
      initial={blankDraft(first)}
      types={types}
      busy={create.isPending}
      error={create.error}
      onSave={(fields) => create.mutate({ parentId: parent?.id ?? null, fields }, { onSuccess: onSaved })}
      onCancel={onCancel}
      onDirty={onDirty}
    />
  )
}
