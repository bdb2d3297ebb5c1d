import { Button, Select } from 'antd'
import type { UseFieldArrayReturn } from 'react-hook-form'
import type { MeetingPlanDetail } from '#shared/contract/meetingPlans.ts'
import { type MeetingKind, meetingKinds } from '#shared/domain/meetings/kinds.ts'
import { meetingKindShort } from '#shared/labels/meetings.ts'
import { asLastMonth, blankItem, type heldByLine } from './planForm.ts'
import type { PlanFormMethods, PlanInput } from './planMethods.ts'
import { PlanLine } from './PlanLine.tsx'

interface PlanMonthsProps {
  readonly form: PlanFormMethods
  readonly lines: UseFieldArrayReturn<PlanInput, 'items', 'key'>
  readonly detail: MeetingPlanDetail
  readonly held: ReturnType<typeof heldByLine>
  readonly canWrite: boolean
}

const months = Array.from({ length: 12 }, (_, n) => n + 1)

/** The twelve months one after another, a line for each thing planned. */
export function PlanMonths({ form, lines, detail, held, canWrite }: PlanMonthsProps) {
  const { organizationId, year } = detail
  const { fields, append, remove, replace } = lines
  return (
    <table className="plan-table">
      <caption className="visually-hidden">{year}年逐月计划</caption>
      <thead>
        <tr>
          <th scope="col" className="plan-month">
            月份
          </th>
          <th scope="col" className="plan-kind">
            类型
          </th>
          <th scope="col" className="plan-day">
            日期
          </th>
          <th scope="col">主题、议程</th>
          <th scope="col" className="plan-place">
            地点
          </th>
          <th scope="col" className="plan-person">
            负责人
          </th>
          <th scope="col" className="plan-held">
            已开
          </th>
          {canWrite && <th scope="col" className="plan-remove" aria-label="删除" />}
        </tr>
      </thead>
      {months.map((month) => {
        const own = fields.flatMap((item, index) => (item.month === month ? [{ item, index }] : []))
        return (
          <tbody key={month} aria-label={`${month}月`}>
            {own.map(({ item, index }, n) => (
              <PlanLine
                // Stays the same when the form is read anew: the caret stays where it was.
                key={`${item.kind} ${own.slice(0, n).filter((each) => each.item.kind === item.kind).length}`}
                form={form}
                index={index}
                month={month}
                kind={item.kind}
                year={year}
                organizationId={organizationId}
                counts={held(month, item.kind)}
                isFirst={n === 0}
                canWrite={canWrite}
                onRemove={() => remove(index)}
              />
            ))}
            {(canWrite || own.length === 0) && (
              <tr className="plan-add">
                <th scope="row" className="plan-month">
                  {own.length === 0 ? `${month}月` : ''}
                </th>
                <td colSpan={canWrite ? 7 : 6}>
                  {canWrite ? (
                    <span className="plan-add-buttons">
                      <AddKind month={month} onAdd={(kind) => append(blankItem(month, kind))} />
                      {month > 1 && (
                        <Button
                          size="small"
                          aria-label={`${month}月同上月`}
                          title="照上个月列出类型、日期、地点和负责人；主题和议程不照抄"
                          onClick={() => replace(asLastMonth(form.getValues('items'), year, month))}
                        >
                          同上月
                        </Button>
                      )}
                    </span>
                  ) : (
                    <span className="muted">没有计划</span>
                  )}
                </td>
              </tr>
            )}
          </tbody>
        )
      })}
    </table>
  )
}

interface AddKindProps {
  readonly month: number
  readonly onAdd: (kind: MeetingKind) => void
}

function AddKind({ month, onAdd }: AddKindProps) {
  return (
    <Select<MeetingKind>
      size="small"
      className="plan-add-kind"
      aria-label={`${month}月加一项`}
      placeholder="加一项"
      value={null}
      popupMatchSelectWidth={false}
      options={meetingKinds.map((value) => ({ value, label: meetingKindShort[value] }))}
      onChange={(kind) => onAdd(kind)}
    />
  )
}
