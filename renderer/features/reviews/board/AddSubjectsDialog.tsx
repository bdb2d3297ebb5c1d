import { Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { CandidateChoice } from './CandidateChoice.tsx'
import { SubjectByHand } from './SubjectByHand.tsx'

interface AddSubjectsDialogProps {
  readonly campaign: CampaignDetail
  readonly onClose: () => void
}

/** Who accounts this year: ticked among those in office, or written by hand. */
export function AddSubjectsDialog({ campaign, onClose }: AddSubjectsDialogProps) {
  const [byHand, setByHand] = useState(false)
  const stack = useRef<HTMLDivElement>(null)
  // The button of an empty list goes with the list, and the keyboard with it.
  useEffect(() => {
    if (byHand && document.activeElement === document.body)
      stack.current?.querySelector<HTMLElement>('input[type="text"]')?.focus()
  }, [byHand])
  return (
    <Dialog title="添加述职人" width={640} onClose={onClose}>
      <div className="dialog-stack" ref={stack}>
        <Radio.Group
          name="way"
          aria-label="怎样添加"
          value={byHand}
          onChange={({ target }) => setByHand(target.value === true)}
          options={[
            { value: false, label: '从任职的书记、班子成员中选' },
            { value: true, label: '手工填写' },
          ]}
        />
        {byHand ? (
          <SubjectByHand
            campaignId={campaign.id}
            schemes={campaign.schemes}
            subject={null}
            onClose={onClose}
          />
        ) : (
          <CandidateChoice campaign={campaign} onByHand={() => setByHand(true)} onClose={onClose} />
        )}
      </div>
    </Dialog>
  )
}
