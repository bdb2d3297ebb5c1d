import { Button } from 'antd'
import { useWatch } from 'react-hook-form'
import { memberFields } from '#shared/domain/memberFields.ts'
import { codeTables } from '#shared/labels/codeTables.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { useEditor } from './editorContext.ts'
import { FieldFindings } from './FieldFindings.tsx'

interface DatedProps {
  readonly field: 'organizationId' | 'partyStatus'
}

/** Changes of these have a day of their own: shown here, changed by a dialog that asks for it. */
function DatedField({
  field,
  onChange,
  text,
}: DatedProps & { readonly onChange: (() => void) | null; readonly text: string }) {
  const { isReadOnly } = useEditor()
  const { label } = memberFields[field]
  const verb = field === 'organizationId' ? '调整' : '变更'
  return (
    <FormRow label={label} as="group" findings={<FieldFindings field={field} />}>
      {() => (
        <span className="fixed-field">
          <span>{text}</span>
          {!isReadOnly && (
            <Button
              type="link"
              size="small"
              disabled={onChange === null}
              title={onChange === null ? '请先保存本页的修改' : ''}
              aria-label={`${verb}${label}`}
              onClick={onChange ?? undefined}
            >
              {verb}
            </Button>
          )}
        </span>
      )}
    </FormRow>
  )
}

export function DatedBranch({ field }: DatedProps) {
  const { control, organizations, onMove } = useEditor()
  const value: unknown = useWatch({ control, name: field })
  const text = organizations.find((node) => node.id === value)?.shortName ?? ''
  return <DatedField field={field} onChange={onMove} text={text} />
}

export function DatedStatus({ field }: DatedProps) {
  const { control, onStatus } = useEditor()
  const value: unknown = useWatch({ control, name: field })
  const text = codeTables.partyStatus.find((entry) => entry.code === value)?.name ?? ''
  return <DatedField field={field} onChange={onStatus} text={text} />
}
