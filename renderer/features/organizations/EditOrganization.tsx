import { Alert, Button } from 'antd'
import { useState } from 'react'
import type {
  OrganizationDetail,
  OrganizationFields,
  OrganizationNode,
} from '#shared/contract/organizations.ts'
import { call } from '../../lib/api.ts'
import { useCommand } from '../../lib/queries.ts'
import { DiffTable } from '../../ui/DiffTable.tsx'
import { useToast } from '../../ui/useToast.ts'
import { typesUnder } from './CreateOrganization.tsx'
import { changedOnly, fieldKeys, fieldLabels, fieldText } from './fields.ts'
import { OrganizationForm } from './OrganizationForm.tsx'

interface EditOrganizationProps {
  readonly start: OrganizationDetail
  readonly parent: OrganizationNode | null
  readonly onSaved: (detail: OrganizationDetail) => void
  readonly onCancel: () => void
  readonly onDirty: (isDirty: boolean) => void
}

export function EditOrganization({ start, parent, onSaved, onCancel, onDirty }: EditOrganizationProps) {
  const update = useCommand('organizations.update')
  const toast = useToast()
  /** The record as somebody else has left it, once a save was refused because of that. */
  const [theirs, setTheirs] = useState<OrganizationDetail | null>(null)
  const [mine, setMine] = useState<OrganizationFields | null>(null)
  const types = typesUnder(parent?.type ?? null)

  const save = (fields: OrganizationFields, version: number): void => {
    const changed = changedOnly(start.fields, fields)
    if (Object.keys(changed).length === 0) {
      onCancel()
      return
    }
    setMine(fields)
    update.mutate(
      { id: start.id, version, fields: changed },
      {
        onSuccess: onSaved,
        onError: (error) => {
          if (error.code === 'STALE_WRITE') {
            call('organizations.get', { id: start.id }).then(setTheirs, toast.failure)
          }
        },
      },
    )
  }
  return (
    <OrganizationForm
      isNew={false}
      initial={{ ...start.fields, jointUnits: [...start.fields.jointUnits] }}
      types={types.includes(start.fields.type) ? types : [start.fields.type, ...types]}
      busy={update.isPending}
      error={update.error}
      {...(theirs === null || mine === null
        ? {}
        : {
            conflict: (
              <Conflict
                start={start}
                theirs={theirs}
                mine={mine}
                onOverwrite={() => save(mine, theirs.version)}
              />
            ),
          })}
      onSave={(fields) => save(fields, theirs?.version ?? start.version)}
      onCancel={onCancel}
      onDirty={onDirty}
    />
  )
}

interface ConflictProps {
  readonly start: OrganizationDetail
  readonly theirs: OrganizationDetail
  readonly mine: OrganizationFields
  readonly onOverwrite: () => void
}

/** What the other one changed, and what will stand if mine is saved over it. */
function Conflict({ start, theirs, mine, onOverwrite }: ConflictProps) {
  const rows = fieldKeys
    .filter((key) => fieldText(start.fields, key) !== fieldText(theirs.fields, key))
    .map((key) => ({
      key,
      label: fieldLabels[key],
      old: fieldText(start.fields, key),
      new: fieldText(theirs.fields, key),
      note:
        fieldText(mine, key) === fieldText(start.fields, key)
          ? '保留对方的修改'
          : `您填的是“${fieldText(mine, key)}”，保存后以您的为准`,
    }))
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title="您填写期间，这条记录已被别处修改"
      description={
        <div className="dialog-stack">
          <DiffTable caption="对方的修改" rows={rows} newHeader="对方改成" />
          <div>
            <Button onClick={onOverwrite}>看过了，保存我的修改</Button>
          </div>
        </div>
      }
    />
  )
}
