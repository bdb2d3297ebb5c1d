import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { TrainingClassDetail } from '#shared/contract/developmentRegisters.ts'
import { fileAddress } from '../../lib/developmentWords.ts'
import { invalidateAfter } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { spanText } from './classWords.ts'
import { passedPlaces, recordTraining, type Recorded } from './recordTraining.ts'

interface RecordTrainingDialogProps {
  readonly detail: TrainingClassDetail
  readonly onClose: () => void
}

const marks = {
  recorded: ['good', '已登记'],
  there: ['none', '没有改'],
  refused: ['bad', '没有登记'],
} as const

/** The days of a class as 步骤 11 of everybody who passed, one file after the other. */
export function RecordTrainingDialog({ detail, onClose }: RecordTrainingDialogProps) {
  const client = useQueryClient()
  const people = passedPlaces(detail)
  const [done, setDone] = useState<readonly Recorded[] | null>(null)
  const isRunning = done !== null && done.length < people.length
  const run = async (): Promise<void> => {
    const results: Recorded[] = []
    setDone(results)
    for (const person of people) {
      results.push(await recordTraining(detail, person))
      setDone([...results])
    }
    await invalidateAfter(client, 'development.recordStep')
  }
  return (
    <Dialog title="登记到各人的档案" width={640} onClose={isRunning ? null : onClose}>
      <form
        className="dialog-stack"
        aria-label="登记到各人的档案"
        onSubmit={(event) => {
          event.preventDefault()
          if (done === null) void run()
        }}
      >
        <p>
          把 {spanText(detail)} 登记为第 11 步“短期集中培训”的日期，结业的 {people.length}{' '}
          人各登记一次。已有日期的不改；不合规定的不登记，请到本人档案说明原因后登记。登记错了的，在本人档案里撤销。
        </p>
        {done !== null && (
          <div aria-live="polite">
            {isRunning ? `正在登记 ${done.length} / ${people.length}` : `办完了，共 ${people.length} 人`}
          </div>
        )}
        {done !== null && (
          <ul className="dev-reg-recorded" aria-label="登记结果">
            {done.map(({ fileId, name, result, words }) => (
              <li key={fileId}>
                <Link to={fileAddress(fileId)}>{name}</Link>
                <StateMark state={marks[result][0]}>{marks[result][1]}</StateMark>
                <span>{words}</span>
              </li>
            ))}
          </ul>
        )}
        {done === null && <DialogButtons confirmText={`登记 ${people.length} 人`} onCancel={onClose} />}
        {done !== null && !isRunning && (
          <div className="dialog-buttons">
            <Button onClick={onClose}>知道了</Button>
          </div>
        )}
      </form>
    </Dialog>
  )
}
