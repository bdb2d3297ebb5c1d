import { Alert, Button, Radio } from 'antd'
import { useState } from 'react'
import type { MemberRecord } from '#shared/contract/members.ts'
import { memberFields } from '#shared/domain/memberFields.ts'
import type { MemberField } from '#shared/domain/memberFields.ts'
import { fieldText } from '#shared/labels/fieldText.ts'
import type { MemberFormOutput } from './memberForm.ts'
import {
  type FieldValue,
  isContested,
  keptChanges,
  type RecordValues,
  type Side,
  threeWayRows,
} from './threeWay.ts'
import { Dialog } from '../../ui/Dialog.tsx'

export interface StaleState {
  readonly base: RecordValues
  readonly version: number
  /** The record as it is now, its sensitive fields as plain as those of `base`. */
  readonly fresh: MemberRecord
  readonly changes: MemberFormOutput
}

interface StaleDialogProps {
  readonly state: StaleState
  readonly organizationName: (id: string) => string
  readonly busy: boolean
  readonly onResolve: (kept: MemberFormOutput) => void
  readonly onCancel: () => void
}

/** Somebody else saved meanwhile: every field both sides touched is chosen by hand. */
export function StaleDialog({ state, organizationName, busy, onResolve, onCancel }: StaleDialogProps) {
  const { base, fresh, changes } = state
  const [sides, setSides] = useState<Readonly<Partial<Record<MemberField, Side>>>>({})
  const rows = threeWayRows(base, fresh, changes)
  const textOf = (field: MemberField, value: FieldValue | undefined) => {
    const text = value === undefined ? '' : fieldText(field, value, organizationName)
    return text === '' ? '（空）' : text
  }
  const undecided = rows.filter((row) => isContested(row) && sides[row.field] === undefined).length
  return (
    <Dialog title="这条记录刚被别处修改过" width={860} onClose={onCancel}>
      <div className="dialog-stack">
        <Alert
          type="warning"
          showIcon
          title="您的修改还没有保存。两边都改了的项目请逐项选择，其余各自保留，然后再保存一次。"
        />
        <table className="diff-table three-way">
          <caption className="visually-hidden">原值、对方的修改和您的修改</caption>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">原值</th>
              <th scope="col">对方改成</th>
              <th scope="col">您改成</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { field } = row
              const { label } = memberFields[field]
              const side = sides[field]
              const choose = (next: Side) => setSides({ ...sides, [field]: next })
              const theirs = row.theirs ? textOf(field, fresh[field]) : '未改'
              const mine = row.mine ? textOf(field, changes[field]) : '未改'
              return (
                <tr key={field}>
                  <th scope="row">{label}</th>
                  <td className="diff-old">{textOf(field, base[field])}</td>
                  <td>
                    {isContested(row) ? (
                      <Radio name={field} checked={side === 'theirs'} onChange={() => choose('theirs')}>
                        {theirs}
                      </Radio>
                    ) : (
                      <span className={row.theirs ? 'diff-new' : 'muted'}>{theirs}</span>
                    )}
                  </td>
                  <td>
                    {isContested(row) ? (
                      <Radio name={field} checked={side === 'mine'} onChange={() => choose('mine')}>
                        {mine}
                      </Radio>
                    ) : (
                      <span className={row.mine ? 'diff-new' : 'muted'}>{mine}</span>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <div className="dialog-buttons">
          {undecided > 0 && <span className="muted">还有 {undecided} 项没有选择</span>}
          <Button onClick={onCancel}>先不保存</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={undecided > 0}
            onClick={() => onResolve(keptChanges(changes, rows, sides))}
          >
            按所选再次保存
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
