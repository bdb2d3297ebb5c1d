import type { ReactNode } from 'react'
import { EntryPanel } from '../../ui/EntryPanel.tsx'
import { RecoveryCodeCard } from '../../ui/RecoveryCodeCard.tsx'

interface RecoveryCodeStepProps {
  readonly recoveryCode: string
  /** Whose forgotten password it was; absent where the code is everybody's first. */
  readonly user?: string
  readonly steps?: ReactNode
  readonly onDone: () => void
}

/** Shows the code once; there is no other way back in when every password is lost. */
export function RecoveryCodeStep({ recoveryCode, user, steps, onDone }: RecoveryCodeStepProps) {
  return (
    <EntryPanel title="保存恢复码" wide>
      {steps}
      <RecoveryCodeCard
        recoveryCode={recoveryCode}
        {...(user === undefined ? {} : { user })}
        doneText="进入台账"
        onDone={onDone}
      />
    </EntryPanel>
  )
}
