import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { dateOnlySchema } from '#shared/contract/dates.ts'
import { moveInput } from '#shared/contract/memberships.ts'
import { type DateOnly, formatPartialDate, isDateOnly } from '#shared/lib/dates.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { TextField } from '../../ui/TextField.tsx'
import type { TreeItem } from '../../ui/tree.ts'
import { TreeField } from '../../ui/TreeField.tsx'

const schema = moveInput
  .omit({ members: true, groupId: true, how: true })
  .extend({ toId: z.string().min(1, '请选择党支部'), on: dateOnlySchema })

/** Into no group yet, and truly moved: a branch that was written down wrongly is put right on the person’s own page. */
const moved = { groupId: null, how: 'moved' } as const

interface MoveFormProps {
  readonly ids: readonly string[]
  /** Branches to choose from. */
  readonly items: readonly TreeItem[]
  readonly onDone: (count: number) => void
  readonly onCancel: () => void
}

/** Where to, from when, why; what will happen is told before it is done. */
export function MoveForm({ ids, items, onDone, onCancel }: MoveFormProps) {
  const move = useCommand('memberships.move')
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { toId: '', on: today(), docNo: null, reason: '' },
  })
  const { control } = form
  const [toId, on] = useWatch({ control, name: ['toId', 'on'] })
  const isReady = ids.length > 0 && typeof toId === 'string' && toId !== '' && isDateOnly(on ?? '')
  const preview = useCall(
    'memberships.checkMove',
    { ...moved, ids: [...ids], toId: toId ?? '', on: on ?? '' },
    { enabled: isReady, keepPrevious: true },
  )
  useEffect(() => {
    showFieldErrors(form, move.error)
  }, [move.error, form])
  const rows = isReady ? (preview.data?.rows ?? []) : []
  const refused = rows.filter((row) => row.refused !== null)
  const warned = rows.filter((row) => row.refused === null && row.warned !== null)
  const submit = form.handleSubmit((values) =>
    move.mutate(
      { ...values, ...moved, members: rows.map(({ id, version }) => ({ id, version })) },
      { onSuccess: ({ count }) => onDone(count) },
    ),
  )
  useShortcut('Ctrl+S', '调动', () => void submit())
  return (
    <EnterMovesOn
      className="dialog-stack form-stacked"
      label="支部间调动"
      onSubmit={(event) => void submit(event)}
    >
      <TreeField control={control} name="toId" label="调到哪个党支部" required items={items} />
      <PartialDateField control={control} name="on" label="从哪天起" required wholeDay />
      <TextField control={control} name="docNo" label="文号" hint="没有文件可不填" />
      <TextField control={control} name="reason" label="原因" required rows={2} maxLength={200} />
      {rows.length > 0 && refused.length === 0 && typeof on === 'string' && isDateOnly(on) && (
        <Summary
          on={on}
          names={rows.map(({ name }) => name)}
          to={items.find(({ id }) => id === toId)?.label ?? ''}
        />
      )}
      {refused.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`有 ${refused.length} 人不能调动，请先取消选择`}
          description={
            <ul className="transfer-people">
              {refused.map((row) => (
                <li key={row.id}>
                  {row.name}：{row.refused}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {warned.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`请留意 ${warned.length} 人`}
          description={
            <ul className="transfer-people">
              {warned.map((row) => (
                <li key={row.id}>
                  {row.name}：{row.warned}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {move.error !== null && <Alert type="error" showIcon role="alert" title={errorText(move.error)} />}
      <DialogButtons
        confirmText={rows.length === 0 ? '调动' : `调动 ${rows.length} 人`}
        busy={move.isPending}
        disabled={rows.length === 0 || refused.length > 0 || rows.length !== ids.length}
        onCancel={onCancel}
      />
    </EnterMovesOn>
  )
}

function Summary({
  on,
  names,
  to,
}: {
  readonly on: DateOnly
  readonly names: readonly string[]
  readonly to: string
}) {
  const shown = names.slice(0, 8).join('、')
  const more = names.length > 8 ? ` 等 ${names.length} 人` : ''
  return (
    <p>
      {shown}
      {more}的组织关系自 {formatPartialDate(on)}起在“{to}
      ”，原党支部的在册时间到前一天止；党小组归属清空。可以整次撤销。
    </p>
  )
}
