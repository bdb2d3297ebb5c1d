import { useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { setDamageAside } from '../../lib/damage.ts'
import { plainTitle, screenLock } from '../../lib/screenLock.ts'
import { useStatus } from '../../lib/session.ts'
import { EntryPanel } from '../../ui/EntryPanel.tsx'
import { LoadingState } from '../../ui/states.tsx'
import { RescueBegin } from './RescueBegin.tsx'
import { RescueChoose } from './RescueChoose.tsx'
import { RescueReview } from './RescueReview.tsx'
import type { RescueStep } from './rescueSteps.ts'
import { RestoreResult } from './RestoreResult.tsx'
import { restoredTitle } from './restoreWords.ts'
import './backup.css'
import './rescue.css'

/** For a data folder that cannot be opened: a new one, or one whose database is damaged. Nobody is signed in here. */
export function RescuePage() {
  const status = useStatus()
  useEffect(() => {
    screenLock.setTitle(`用备份恢复 - ${plainTitle}`)
  }, [])
  if (status.isPending) return <LoadingState />
  const { data } = status
  const hasDatabase = data?.state !== 'new'
  const isNew = !hasDatabase && (data.remains?.backups ?? 0) === 0
  return <RescueSteps isNew={isNew} hasDatabase={hasDatabase} dataDir={data?.dataDir} />
}

interface RescueStepsProps {
  /** Without backups of its own: the way begins with a file. */
  readonly isNew: boolean
  readonly hasDatabase: boolean
  readonly dataDir: string | undefined
}

const titles: Readonly<Record<Exclude<RescueStep['step'], 'done'>, string>> = {
  begin: '用备份恢复',
  choose: '选一份备份',
  review: '核对这份备份',
}

function titleOf(step: RescueStep): string {
  return step.step === 'done' ? restoredTitle(step.report) : titles[step.step]
}

function RescueSteps(props: RescueStepsProps) {
  // A restore makes the folder an old one; the way begun is followed to its end.
  const [{ isNew, hasDatabase }] = useState(props)
  const [step, setStep] = useState<RescueStep>({ step: 'begin' })
  const client = useQueryClient()
  const navigate = useNavigate()
  const leave = async (): Promise<void> => {
    setDamageAside()
    await client.invalidateQueries()
    await navigate('/')
  }
  return (
    <EntryPanel title={titleOf(step)} wide>
      <div className="rescue">
        {step.step === 'begin' && <RescueBegin isNew={isNew} onStep={setStep} onLeave={() => void leave()} />}
        {step.step === 'choose' && (
          <RescueChoose opened={step.opened} hasDatabase={hasDatabase} onStep={setStep} />
        )}
        {step.step === 'review' && <RescueReview {...step} hasDatabase={hasDatabase} onStep={setStep} />}
        {step.step === 'done' && <RestoreResult report={step.report} onDone={() => void leave()} />}
      </div>
      {props.dataDir !== undefined && (
        <footer className="entry-foot">
          <span>数据文件夹：{props.dataDir}</span>
        </footer>
      )}
    </EntryPanel>
  )
}
