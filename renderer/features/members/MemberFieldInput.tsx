import { Button } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { memberFields } from '#shared/domain/memberFields.ts'
import type { MemberField } from '#shared/domain/memberFields.ts'
import { codeTables } from '#shared/labels/codeTables.ts'
import { useHasRight } from '../../lib/session.ts'
import { BooleanField } from '../../ui/BooleanField.tsx'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { MaskedText } from '../../ui/MaskedText.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import { useToast } from '../../ui/useToast.ts'
import { branchItems } from './branchItems.ts'
import { DatedBranch, DatedStatus } from './DatedFields.tsx'
import { useEditor } from './editorContext.ts'
import { FieldFindings } from './FieldFindings.tsx'
import { FollowedField } from './FollowedField.tsx'
import { focusFieldSoon } from './formSections.ts'

interface FieldProps {
  readonly field: MemberField
}

/** Fields with long text take the whole width. */
const wideFields: ReadonlySet<MemberField> = new Set(['remark', 'address', 'hukou'])

/** What a record must have before it can be stored; the rest of the required ones are only asked for. */
const storedOnlyWith: ReadonlySet<MemberField> = new Set([
  'name',
  'idNo',
  'personType',
  'organizationId',
  'partyStatus',
])

const hints: Readonly<Partial<Record<MemberField, string>>> = {
  nameReading: '多音字姓名排序和拼音查找用，如 zēng',
  idNoReason: '号码确实异常时写明原因，如“户籍机关登记如此”',
  joinedOn: '支部大会通过接收为预备党员之日',
  remark: '严禁录入涉密信息',
}

function useDerivedHint(field: MemberField): string | undefined {
  const { control, derived, isNew } = useEditor()
  const value: unknown = useWatch({ control, name: field })
  if (derived === null || (field !== 'birthDate' && field !== 'gender')) return undefined
  if (value !== derived[field]) return undefined
  return isNew ? '由身份证号得出' : '与身份证号一致'
}

/** Shown until somebody asks for the plain text; editing it reveals it first. */
function MaskedRow({ field }: FieldProps) {
  const { control, onReveal, isReadOnly } = useEditor()
  const canReveal = useHasRight('member.reveal')
  const toast = useToast()
  const value: unknown = useWatch({ control, name: field })
  const { label } = memberFields[field]
  return (
    <FormRow label={label} as="group" wide={wideFields.has(field)} findings={<FieldFindings field={field} />}>
      {() => (
        <span className="member-masked">
          {canReveal ? (
            <MaskedText
              label={label}
              masked={String(value)}
              revealed={null}
              onReveal={() => onReveal().catch(toast.failure)}
            />
          ) : (
            <span className="masked">{String(value)}</span>
          )}
          {canReveal && !isReadOnly && (
            <Button
              type="link"
              size="small"
              aria-label={`修改${label}`}
              onClick={() => {
                onReveal().then(() => focusFieldSoon(field), toast.failure)
              }}
            >
              修改
            </Button>
          )}
        </span>
      )}
    </FormRow>
  )
}

function GroupSelect({ field }: FieldProps) {
  const { control, organizations, isReadOnly } = useEditor()
  const branch = useWatch({ control, name: 'organizationId' })
  const entries = organizations
    .filter((node) => node.type === 'XZ' && node.parentId === branch)
    .map((node) => ({ code: node.id, name: node.shortName }))
  return (
    <CodeSelect
      control={control}
      name={field}
      label={memberFields[field].label}
      entries={entries}
      disabled={isReadOnly || entries.length === 0}
      placeholder={entries.length === 0 ? '所选支部没有党小组' : '请选择'}
    />
  )
}

function BranchSelect({ field }: FieldProps) {
  const { control, setValue, organizations, isReadOnly } = useEditor()
  const items = useMemo(() => branchItems(organizations), [organizations])
  return (
    <TreeField
      control={control}
      name={field}
      label={memberFields[field].label}
      required
      items={items}
      disabled={isReadOnly}
      placeholder="选择党支部"
      findings={<FieldFindings field={field} />}
      onChosen={() => setValue('groupId', null, { shouldDirty: true })}
    />
  )
}

/** The widget for a field's kind; unfolds label, hint, error and findings alike. */
function Widget({ field }: FieldProps): ReactNode {
  const { control, isReadOnly, isNew } = useEditor()
  const derivedHint = useDerivedHint(field)
  const { label, kind } = memberFields[field]
  const hint = derivedHint ?? (isReadOnly ? undefined : hints[field])
  const common = {
    control,
    name: field,
    label,
    required: storedOnlyWith.has(field),
    disabled: isReadOnly,
    wide: wideFields.has(field),
    findings: <FieldFindings field={field} />,
    ...(hint === undefined ? {} : { hint }),
  }
  if (!isNew && field === 'organizationId') return <DatedBranch field={field} />
  if (!isNew && field === 'partyStatus') return <DatedStatus field={field} />
  if (!isNew && (field === 'isFloating' || field === 'floatingTo')) return <FollowedField field={field} />
  switch (kind.type) {
    case 'code':
      return <CodeSelect {...common} entries={codeTables[kind.table]} />
    case 'codes':
      return <CodeSelect {...common} entries={codeTables[kind.table]} multiple />
    case 'date':
      return <PartialDateField {...common} />
    case 'boolean':
      return <BooleanField {...common} />
    case 'integer':
      return <NumberField {...common} min={kind.min} max={kind.max} />
    case 'branch':
      return <BranchSelect field={field} />
    case 'group':
      return <GroupSelect field={field} />
    case 'text':
      return field === 'remark' ? (
        <TextField {...common} rows={2} maxLength={kind.max} />
      ) : (
        <TextField {...common} maxLength={kind.max} />
      )
    case 'name':
      return <TextField {...common} maxLength={50} blank="text" />
    case 'idNo':
      return <TextField {...common} maxLength={25} blank="text" placeholder="18 位" />
    case 'mobile':
      return <TextField {...common} maxLength={20} placeholder="11 位" />
  }
}

export function MemberFieldInput({ field }: FieldProps) {
  const { control, isRevealed } = useEditor()
  const value: unknown = useWatch({ control, name: field })
  const isMasked = memberFields[field].sensitive && !isRevealed && value !== null && value !== ''
  return (
    <div
      data-field={field}
      className={wideFields.has(field) ? 'member-field member-field-wide' : 'member-field'}
    >
      {isMasked ? <MaskedRow field={field} /> : <Widget field={field} />}
    </div>
  )
}
