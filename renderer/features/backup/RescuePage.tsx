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
import './backup.css'
import './rescue.css'

/** For a data folder that cannot be opened: a new one, or one whose database is damaged. Nobody is signed in here. */
export function RescuePage() {
  const status = useStatus()
  useEffect(() => {
    screenLock.setTitle(`用备份恢复 - ${plainTitle}`)
  }, [])
  if (status.isPending) return <LoadingState />
  return <RescueSteps isNew={status.data?.state === 'new'} dataDir={status.data?.dataDir} />
}

interface RescueStepsProps {
  readonly isNew: boolean
  readonly dataDir: string | undefined
}

const titles: Readonly<Record<RescueStep['step'], string>> = {
  begin: '用备份恢复',
  choose: '选一份备份',
  review: '核对这份备份',
  done: '已恢复',
}

function RescueSteps(props: RescueStepsProps) {
  // A restore makes the folder an old one; the way begun is followed to its end.
  const [isNew] = useState(props.isNew)
  const [step, setStep] = useState<RescueStep>({ step: 'begin' })
  const client = useQueryClient()
  const navigate = useNavigate()
  const leave = async (): Promise<void> => {
    setDamageAside()
    await client.invalidateQueries()
    await navigate('/')
  }
  return (
    <EntryPanel title={titles[step.step]} wide>
      <div className="rescue">
        {step.step === 'begin' && <RescueBegin isNew={isNew} onStep={setStep} onLeave={() => void leave()} />}
        {step.step === 'choose' && <RescueChoose opened={step.opened} onStep={setStep} />}
        {step.step === 'review' && <RescueReview {...step} onStep={setStep} />}
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
