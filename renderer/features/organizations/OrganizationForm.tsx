import { Alert } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { type OrganizationFields, organizationInput } from '#shared/contract/organizations.ts'
import { isOrganizationLevel, type OrganizationType } from '#shared/domain/organizationKinds.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import type { OrganizationDraft } from './fields.ts'
import { IdentityFields } from './IdentityFields.tsx'
import { MoreFields } from './MoreFields.tsx'
import { TermFields } from './TermFields.tsx'

interface OrganizationFormProps {
  readonly initial: OrganizationDraft
  /** Kinds that may stand where it stands. */
  readonly types: readonly OrganizationType[]
  readonly isNew: boolean
  readonly busy: boolean
  readonly error: unknown
  /** Instead of the error's sentence: how to go on after somebody else's change. */
  readonly conflict?: ReactNode
  readonly onSave: (fields: OrganizationFields) => void
  readonly onCancel: () => void
  readonly onDirty: (isDirty: boolean) => void
}

/** One form for a new organisation and an existing one. */
export function OrganizationForm(props: OrganizationFormProps) {
  const { initial, types, isNew, busy, error, conflict, onSave, onCancel, onDirty } = props
  const form = useForm<OrganizationDraft, unknown, OrganizationFields>({
    resolver: zhResolver(organizationInput),
    defaultValues: initial,
  })
  const { isDirty } = form.formState
  const type = useWatch({ control: form.control, name: 'type' })
  // A group has neither term nor committee; what an import may have put there must stay in sight.
  const isLevel = isOrganizationLevel(type) || initial.termYears !== null || initial.committeeSeats !== null
  const submit = form.handleSubmit(onSave)
  useEffect(() => onDirty(isDirty), [isDirty, onDirty])
  useEffect(() => {
    showFieldErrors(form, error)
  }, [error, form])
  useShortcut('Ctrl+S', '保存党组织', () => void submit())
  return (
    <EnterMovesOn
      className="org-form"
      label={isNew ? '新建党组织' : '修改党组织'}
      onSubmit={(event) => void submit(event)}
    >
      <h3 className="org-form-section">基本情况</h3>
      <IdentityFields form={form} types={types} isNew={isNew} />
      {isLevel && (
        <>
          <h3 className="org-form-section">届期与班子</h3>
          <TermFields form={form} isNew={isNew} />
        </>
      )}
      <h3 className="org-form-section">联系方式与其他</h3>
      <MoreFields form={form} isLevel={isLevel} />
      <div className="org-form-foot">
        {conflict ??
          (error === null || error === undefined ? null : (
            <Alert type="error" showIcon role="alert" title={errorText(error)} />
          ))}
        <DialogButtons confirmText={isNew ? '新建' : '保存'} busy={busy} onCancel={onCancel} />
      </div>
    </EnterMovesOn>
  )
}
