import { Alert, Button, Checkbox, Input } from 'antd'
import type { CampaignDetail, SchemeScores } from '#shared/contract/reviewRows.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { DraftNotice } from '../../../ui/DraftNotice.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { useToast } from '../../../ui/useToast.ts'
import { useUnsavedGuard } from '../../../ui/useUnsavedGuard.tsx'
import { DecideRow } from './DecideRow.tsx'
import { byRank } from './RankingTable.tsx'
import { useDecide } from './useDecide.ts'

interface DecideDialogProps {
  readonly campaign: CampaignDetail
  readonly scores: SchemeScores
  readonly onClose: () => void
}

/** 党工委会议定等: the meeting, its day, and every person's grade at once (REV-09). */
export function DecideDialog({ campaign, scores, onClose }: DecideDialogProps) {
  const { scheme, rows } = scores
  const toast = useToast()
  const decide = useDecide({ campaign, scores, onSaved: onClose })
  const { entered, isDirty, draft, problems, refused, unchanged } = decide
  const guard = useUnsavedGuard(isDirty, { draftKept: draft.isKept })
  const close = () => {
    if (isDirty && draft.isKept) toast.success('没有保存；已填内容存为草稿，再打开可以接着填')
    onClose()
  }
  return (
    <Dialog title="登记定等结果" width={1180} onClose={close}>
      <EnterMovesOn
        className="dialog-stack"
        label="登记定等结果"
        onSubmit={(event) => {
          event.preventDefault()
          if (!decide.isBlocked) decide.save()
        }}
      >
        {draft.offered !== null && (
          <DraftNotice
            updatedAt={draft.offered.updatedAt}
            onContinue={decide.takeDraft}
            onDiscard={draft.discard}
          />
        )}
        <div className="decide-meeting">
          <FormRow label="会议名称" required hint="如：中共××街道工作委员会第 12 次会议">
            {(ids) => (
              <Input
                {...ids}
                autoComplete="off"
                maxLength={100}
                value={entered.decidedAt}
                onChange={({ target }) => decide.enter({ decidedAt: target.value })}
              />
            )}
          </FormRow>
          <FormRow label="会议日期" required error={decide.dayProblem ?? refused.get(null)}>
            {(ids) => (
              <Input
                {...ids}
                autoComplete="off"
                value={entered.dayText}
                onChange={({ target }) => decide.enter({ dayText: target.value })}
              />
            )}
          </FormRow>
        </div>
        {(unchanged > 0 || entered.isForAll) && (
          <Checkbox
            checked={entered.isForAll}
            onChange={({ target }) => decide.enter({ isForAll: target.checked })}
          >
            已定等、这次没有改动的 {unchanged} 人，会议和日期也改成上面的（不勾选则保持原来的会议）
          </Checkbox>
        )}
        <div>
          <Button onClick={decide.takeSuggested}>没有定的都取建议等次</Button>
        </div>
        <div className="decide-scroll">
          <table className="decide-table">
            <thead>
              <tr>
                {['述职人', '综合分', '建议', '一票否决', '定等', '理由和结果运用'].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.toSorted(byRank).map((row) => {
                const { subjectId } = row
                const choice = entered.choices[subjectId]
                return choice === undefined ? null : (
                  <DecideRow
                    key={subjectId}
                    row={row}
                    scheme={scheme}
                    choice={choice}
                    suggested={decide.suggestions.get(subjectId) ?? null}
                    problems={problems.get(subjectId) ?? []}
                    refused={refused.get(subjectId) ?? null}
                    onChange={(next) => decide.choose(subjectId, next)}
                  />
                )
              })}
            </tbody>
          </table>
        </div>
        {(problems.get(null) ?? []).map(({ message }) => (
          <Alert key={message} type="warning" showIcon title={message} />
        ))}
        {decide.error !== null && <Alert type="error" showIcon role="alert" title={decide.error} />}
        <output className="muted decide-count">
          {decide.changed === 0 ? '还没有改动' : `将保存 ${decide.changed} 人，其余不变`}
        </output>
        <DialogButtons
          confirmText="保存定等结果"
          busy={decide.busy}
          disabled={decide.isBlocked}
          onCancel={close}
        />
      </EnterMovesOn>
      {guard.dialog}
    </Dialog>
  )
}
