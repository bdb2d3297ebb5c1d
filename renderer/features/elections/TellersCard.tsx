import { Alert, Button, Checkbox, Segmented } from 'antd'
import type { ElectionDetail } from '#shared/contract/electionRows.ts'
import { tellerDuties, type TellerDuty } from '#shared/domain/electionWords.ts'
import { tellerDutyLabels } from '#shared/labels/elections.ts'
import { errorText } from '../../lib/errorText.ts'
import { useCommand } from '../../lib/queries.ts'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useUndo } from '../../ui/undo.ts'
import { electionTarget, isOpen } from './electionView.ts'
import { PersonPicker } from './PersonPicker.tsx'
import { useElectionVoters } from './useElectionVoters.ts'

interface TellersCardProps {
  readonly detail: ElectionDetail
  readonly canWrite: boolean
}

/** 监票人 and 计票人: members who are no candidates, agreed to by the meeting (ORG-36). */
export function TellersCard({ detail, canWrite }: TellersCardProps) {
  const save = useCommand('elections.setTellers')
  const update = useCommand('elections.update')
  const undo = useUndo()
  const people = useElectionVoters(detail.id)
  const { tellers, contests, fields } = detail
  const mayWrite = canWrite && isOpen(detail)
  const candidates = contests.flatMap((contest) => contest.candidates.map(({ memberId }) => memberId))
  const list = tellers.map(({ memberId, duty }) => ({ memberId, duty }))
  const put = (next: readonly { readonly memberId: string; readonly duty: TellerDuty }[], text: string) =>
    save.mutate(
      { id: detail.id, version: detail.version, tellers: next.map((each) => ({ ...each })) },
      { onSuccess: () => undo.done(text, electionTarget) },
    )
  const error = save.error ?? update.error
  return (
    <SectionCard title="监票人、计票人">
      {tellers.length === 0 ? (
        <p className="muted">还没有监票人、计票人。从不是候选人的党员中推选，经大会通过。</p>
      ) : (
        <table className="election-list">
          <thead>
            <tr>
              <th>姓名</th>
              <th>职责</th>
              {mayWrite && (
                <th>
                  <span className="visually-hidden">操作</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {tellers.map(({ memberId, name, duty }, index) => (
              <tr key={memberId}>
                <td>{name}</td>
                <td>
                  {mayWrite ? (
                    <Segmented<TellerDuty>
                      size="small"
                      aria-label={`${name}的职责`}
                      value={duty}
                      options={tellerDuties.map((value) => ({ value, label: tellerDutyLabels[value] }))}
                      onChange={(next) => put(list.with(index, { memberId, duty: next }), '已修改监计票人')}
                    />
                  ) : (
                    tellerDutyLabels[duty]
                  )}
                </td>
                {mayWrite && (
                  <td>
                    <Button
                      type="link"
                      size="small"
                      aria-label={`删去 ${name}`}
                      onClick={() => put(list.toSpliced(index, 1), '已删去监计票人')}
                    >
                      删去
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayWrite && (
        <div className="election-add">
          <PersonPicker
            label="加入监票人、计票人"
            people={people}
            without={[...candidates, ...list.map(({ memberId }) => memberId)]}
            disabled={save.isPending}
            onChoose={(memberId) =>
              put([...list, { memberId, duty: list.length === 0 ? 'watches' : 'counts' }], '已加入监计票人')
            }
          />
          <Checkbox
            checked={fields.tellersAgreed}
            disabled={tellers.length === 0 || update.isPending}
            onChange={(event) =>
              update.mutate(
                {
                  id: detail.id,
                  version: detail.version,
                  fields: { tellersAgreed: event.target.checked },
                },
                { onSuccess: () => undo.done('已保存', electionTarget) },
              )
            }
          >
            名单已经大会通过
          </Checkbox>
        </div>
      )}
      <div className="election-notes">
        <FindingNotes findings={detail.findings.filter(({ field }) => field === 'tellers')} />
      </div>
      {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
    </SectionCard>
  )
}
