import { developmentTabs } from '../../lib/developmentTabs.ts'
import { useHasRight } from '../../lib/session.ts'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { registerTarget, type RegisterPart } from './registersView.ts'

/** The parts of 发展党员, and what was done last in the registers. */
export function RegisterTabs({ current }: { readonly current: RegisterPart | 'workdays' }) {
  const canRead = useHasRight('member.read')
  return (
    <div className="toolbar">
      <LinkTabs label="发展党员" tabs={developmentTabs(current, canRead)} />
      <div className="toolbar-end">
        <UndoLastButton target={registerTarget} />
      </div>
    </div>
  )
}
