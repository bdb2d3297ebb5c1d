import { Alert, Button } from 'antd'
import { useEffect } from 'react'
import { useFieldArray, useForm, useWatch } from 'react-hook-form'
import type { ElectionContest, ElectionDetail, ElectionRound } from '#shared/contract/electionRows.ts'
import type { NextRound } from '#shared/domain/electionRounds.ts'
import { contestLabels, roundKindLabels } from '#shared/labels/elections.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useUndo } from '../../ui/undo.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { electionTarget } from './electionView.ts'
import { PersonPicker } from './PersonPicker.tsx'
import {
  liveResult,
  roundDraft,
  type RoundDraft,
  roundInput,
  roundSchema,
  type RoundValues,
} from './roundForm.ts'
import { RoundResultView } from './RoundResultView.tsx'
import { useElectionVoters } from './useElectionVoters.ts'
import { VoteInput } from './VoteInput.tsx'

interface RoundFormProps {
  readonly detail: ElectionDetail
  readonly contest: ElectionContest
  readonly next: NextRound
  /** Null for a new ballot. */
  readonly editing: ElectionRound | null
  readonly onDone: () => void
  readonly onCancel: (() => void) | null
}

const columns = ['agreed', 'against', 'abstained'] as const
const columnLabels = { agreed: '赞成', against: '不赞成', abstained: '弃权' } as const

/** One ballot as it was counted; the result stands below and follows every figure. */
export function RoundForm({ detail, contest, next, editing, onDone, onCancel }: RoundFormProps) {
  const save = useCommand('elections.saveRound')
  const undo = useUndo()
  const people = useElectionVoters(detail.id)
  const form = useForm<RoundDraft, unknown, RoundValues>({
    resolver: zhResolver(roundSchema),
    defaultValues: roundDraft(detail, contest, next, editing),
  })
  const { control } = form
  const { fields, append, remove } = useFieldArray({ control, name: 'votes' })
  const draft = useWatch({ control, compute: (values) => values })
  const { result, problems, open } = liveResult(draft, next)
  const isContradictory = Object.keys(problems).length > 0
  const { errors } = form.formState
  const guard = useUnsavedGuard(form.formState.isDirty)
  useEffect(() => {
    showFieldErrors(form, save.error)
  }, [save.error, form])
  const submit = form.handleSubmit((values) =>
    save.mutate(roundInput(detail, contest, editing?.id ?? null, values), {
      onSuccess: () => {
        guard.leaveFreely()
        undo.done('已保存投票结果', electionTarget)
        onDone()
      },
    }),
  )
  useShortcut('Ctrl+S', '保存投票结果', () => void submit())
  const name = contestLabels[contest.contest]
  return (
    <EnterMovesOn label={`录入${name}投票结果`} onSubmit={(event) => void submit(event)}>
      <p className="muted">
        {roundKindLabels[next.kind]}，应选{name} {next.seats} 名
      </p>
      <div className="election-numbers">
        <PartialDateField control={control} name="heldOn" label="投票日期" wholeDay />
        <NumberField control={control} name="should" label="应到" unit="人" />
        <NumberField control={control} name="present" label="实到" unit="人" />
        <NumberField control={control} name="issued" label="发出" unit="张" />
        <NumberField control={control} name="returned" label="收回" unit="张" />
        <NumberField control={control} name="invalid" label="无效" unit="张" />
      </div>
      <table className="election-list">
        <thead>
          <tr>
            <th>姓名</th>
            {columns.map((column) => (
              <th key={column}>{columnLabels[column]}</th>
            ))}
            <th>
              <span className="visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field, index) => (
            <tr key={field.id}>
              <td>
                {field.name}
                {field.isWriteIn && <span className="muted small"> 另选</span>}
              </td>
              {columns.map((column) => (
                <td key={column}>
                  {field.isWriteIn && column !== 'agreed' ? (
                    <span className="muted">—</span>
                  ) : (
                    <VoteInput
                      label={`${field.name} ${columnLabels[column]}`}
                      value={draft.votes[index]?.[column] ?? null}
                      error={errors.votes?.[index]?.[column]?.message}
                      onChange={(value) =>
                        form.setValue(`votes.${index}.${column}`, value, {
                          shouldDirty: true,
                          shouldValidate: form.formState.isSubmitted,
                        })
                      }
                    />
                  )}
                </td>
              ))}
              <td>
                {field.candidateId === null && (
                  <Button
                    type="link"
                    size="small"
                    aria-label={`删去 ${field.name}`}
                    onClick={() => remove(index)}
                  >
                    删去
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {next.kind !== 'tie' && (
        <div className="election-add">
          <PersonPicker
            label="加入另选他人"
            people={people}
            without={draft.votes.map(({ memberId }) => memberId)}
            onChoose={(memberId) =>
              append({
                candidateId: null,
                memberId,
                name: people.find((each) => each.memberId === memberId)?.name ?? '',
                isWriteIn: true,
                agreed: null,
                against: 0,
                abstained: 0,
              })
            }
          />
        </div>
      )}
      {isContradictory && (
        <Alert
          className="election-problems"
          type="error"
          role="alert"
          showIcon
          title="这些数字互相矛盾，改正后才能保存"
          description={
            <ul>
              {Object.entries(problems).map(([key, problem]) => (
                <li key={key}>{problem}</li>
              ))}
            </ul>
          }
        />
      )}
      {isContradictory ? null : result === null ? (
        <p className="muted">填入人数和票数后，这里随时算出是否有效、谁当选。没有的票数填 0。</p>
      ) : (
        <>
          <RoundResultView result={result} isLive />
          {open > 0 && <p className="muted">还有 {open} 处没有填，以上按已填的计算；没有的填 0。</p>}
        </>
      )}
      {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
      <div className="dialog-buttons">
        {onCancel !== null && <Button onClick={onCancel}>取消</Button>}
        <Button
          htmlType="submit"
          type="primary"
          loading={save.isPending}
          disabled={isContradictory || fields.length === 0}
        >
          保存投票结果
        </Button>
      </div>
      {guard.dialog}
    </EnterMovesOn>
  )
}
