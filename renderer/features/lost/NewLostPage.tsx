import { Alert, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate, useSearchParams } from 'react-router'
import { z } from 'zod'
import { partialDateSchema } from '#shared/contract/dates.ts'
import { lostFieldLabels } from '#shared/labels/lostCases.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { Page } from '../../ui/Page.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { lostTarget } from './lostView.ts'
import './lost.css'

const schema = z.strictObject({
  memberId: z.string().min(1, '请选择党员'),
  since: partialDateSchema.nullable(),
  remark: z.string().max(500, '最多 500 个字').nullable(),
})

const back = [{ label: '失联党员', to: '/mobility/lost' }]

/** Opens a case of 失联; the roster marks the person in the same write. */
export function NewLostPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const wanted = params.get('member') ?? ''
  const member = useCall('members.get', { id: wanted }, { enabled: wanted !== '' })
  const open = useCommand('lost.open')
  const undo = useUndo()
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { memberId: wanted, since: null, remark: null },
  })
  const { isDirty } = form.formState
  const guard = useUnsavedGuard(isDirty)
  const known = member.data?.record.lostSince ?? null
  useEffect(() => {
    if (known !== null) form.setValue('since', known)
  }, [known, form])
  useEffect(() => {
    showFieldErrors(form, open.error)
  }, [open.error, form])
  const submit = form.handleSubmit((input) =>
    open.mutate(input, {
      onSuccess: ({ id }) => {
        guard.leaveFreely()
        undo.done('已登记失联', lostTarget)
        void navigate(`/mobility/lost/${id}`, { replace: true })
      },
    }),
  )
  useShortcut('Ctrl+S', '保存', () => void submit())
  return (
    <Page title="登记失联" breadcrumb={back}>
      <SectionCard title="失去联系的党员">
        <EnterMovesOn label="登记失联" onSubmit={(event) => void submit(event)}>
          <div className="form-grid">
            <MemberField
              fixedName={wanted === '' ? null : (member.data?.record.name ?? '')}
              error={form.formState.errors.memberId?.message}
              onChoose={(id) =>
                form.setValue('memberId', id, {
                  shouldDirty: true,
                  shouldValidate: form.formState.isSubmitted,
                })
              }
            />
            <PartialDateField
              control={form.control}
              name="since"
              label={lostFieldLabels.since}
              hint="只知道年月的照实填；满六个月从这里起算"
            />
            <TextField control={form.control} name="remark" label={lostFieldLabels.remark} rows={3} wide />
          </div>
          <p className="muted small">登记后花名册标为失联；党籍不变。查找情况在下一页逐次记录。</p>
          {open.error !== null && <Alert type="error" showIcon role="alert" title={errorText(open.error)} />}
          <DialogButtons
            confirmText="登记"
            busy={open.isPending}
            onCancel={() => void navigate('/mobility/lost')}
          />
        </EnterMovesOn>
      </SectionCard>
      {guard.dialog}
    </Page>
  )
}

interface MemberFieldProps {
  /** Of whom the address names; null to choose. */
  readonly fixedName: string | null
  readonly error: string | undefined
  readonly onChoose: (id: string) => void
}

function MemberField({ fixedName, error, onChoose }: MemberFieldProps) {
  const [typed, setTyped] = useState('')
  const text = useDebounced(typed.trim(), 200)
  const found = useCall('members.search', { text, limit: 20 }, { enabled: text !== '', keepPrevious: true })
  return (
    <FormRow label="党员" required error={error}>
      {(ids) =>
        fixedName !== null ? (
          <span className="form-plain">{fixedName}</span>
        ) : (
          <Select<string>
            {...ids}
            className="lost-member"
            showSearch={{ filterOption: false, onSearch: setTyped }}
            placeholder="输入姓名、拼音首字母查找"
            notFoundContent={text === '' ? '输入姓名查找' : '花名册里没有找到'}
            options={(text === '' ? [] : (found.data?.hits ?? [])).map((hit) => ({
              value: hit.id,
              label: `${hit.name}（${hit.organizationName}，${hit.maskedIdNo}）`,
            }))}
            onChange={onChoose}
            {...(error === undefined ? {} : { status: 'error' as const })}
          />
        )
      }
    </FormRow>
  )
}
