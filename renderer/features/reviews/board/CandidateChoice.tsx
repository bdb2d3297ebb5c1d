import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import { errorText } from '../../../lib/errorText.ts'
import { useCall, useCommand } from '../../../lib/queries.ts'
import { reviewTarget } from '../../../ui/CampaignHead.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { PeopleChoice } from '../../../ui/PeopleChoice.tsx'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { isFound } from '../../../ui/tree.ts'
import { SearchInput } from '../../../ui/SearchInput.tsx'
import { useUndo } from '../../../ui/undo.ts'
import { candidateKey, onePostEach, subjectsOf } from './subjectForm.ts'

interface CandidateChoiceProps {
  readonly campaign: CampaignDetail
  /** Where nobody is left to be ticked. */
  readonly onByHand: () => void
  readonly onClose: () => void
}

/** Secretaries and members in office who are not in the campaign yet. */
export function CandidateChoice({ campaign: { id, schemes }, onByHand, onClose }: CandidateChoiceProps) {
  const undo = useUndo()
  const [schemeId, setSchemeId] = useState(schemes[0]?.id ?? '')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState('')
  const candidates = useCall(
    'reviews.candidates',
    { campaignId: id, schemeId },
    { enabled: schemeId !== '', fresh: true },
  )
  const add = useCommand('reviews.addSubjects')
  const submit = (): void => {
    if (chosen.size === 0) return
    add.mutate(
      { campaignId: id, subjects: subjectsOf(candidates.data ?? [], chosen, schemeId) },
      {
        onSuccess: () => {
          undo.done(`已添加 ${chosen.size} 名述职人`, reviewTarget)
          onClose()
        },
      },
    )
  }
  return (
    <form
      className="dialog-stack form-stacked"
      aria-label="选择述职人"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {schemes.length > 1 && (
        <FormRow label="方案" required>
          {(ids) => (
            <Select<string>
              {...ids}
              options={schemes.map((scheme) => ({ value: scheme.id, label: scheme.name }))}
              value={schemeId}
              onChange={(next) => {
                setChosen(new Set())
                setSchemeId(next)
              }}
            />
          )}
        </FormRow>
      )}
      <QueryBoundary query={candidates} what="查看任职人员" lines={5}>
        {(people) =>
          people.length === 0 ? (
            <EmptyState
              inline
              title="没有可以添加的人"
              text="任职的书记、班子成员都已在名单中，或者“届期与班子”里还没有登记任职。"
              actions={<Button onClick={onByHand}>手工填写</Button>}
            />
          ) : (
            <>
              <SearchInput label="查找姓名、党组织或职务" value={typed} onChange={setTyped} />
              <PeopleChoice
                label="述职人"
                people={people
                  .map((each) => ({
                    id: candidateKey(each),
                    name: each.name,
                    note: `${each.organizationName}　${each.duty}`,
                  }))
                  .filter((each) => chosen.has(each.id) || isFound(`${each.name}${each.note}`, typed))}
                chosen={chosen}
                onChoose={(next) => setChosen(onePostEach(people, chosen, next))}
              />
              <p className="muted">一人有几个职务的，只列一次，以最后勾选的为准。</p>
            </>
          )
        }
      </QueryBoundary>
      {add.error !== null && <Alert type="error" showIcon role="alert" title={errorText(add.error)} />}
      <DialogButtons
        confirmText={chosen.size > 1 ? `添加 ${chosen.size} 人` : '添加'}
        busy={add.isPending}
        disabled={chosen.size === 0}
        onCancel={onClose}
      />
    </form>
  )
}
