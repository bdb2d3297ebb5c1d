import { Radio } from 'antd'
import { Controller, useWatch } from 'react-hook-form'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { aboutFiles } from './aboutFiles.ts'
import { countedOf } from './countedOf.ts'
import { ItemResult } from './ItemResult.tsx'
import { itemWords } from './itemVote.ts'
import type { MeetingForm } from './meetingForm.ts'

interface ItemVoteProps {
  readonly form: MeetingForm
  readonly index: number
  readonly no: number
}

const yesNo = (value: unknown): boolean | null => (value === 'yes' ? true : value === 'no' ? false : null)
const chosenOf = (value: boolean | null): string | null => (value === null ? null : value ? 'yes' : 'no')

/** The numbers of a vote, and with every key whether it could be held and is passed. */
export function ItemVote({ form, index, no }: ItemVoteProps) {
  const { control, setValue } = form
  const at = `items.${index}` as const
  const item = useWatch({ control, name: at })
  const [roll, should, present] = useWatch({ control, name: ['roll', 'should', 'present'] })
  const words = itemWords(item)
  const counted = countedOf({ roll, should, present })
  const differs =
    counted.should !== null &&
    counted.present !== null &&
    (counted.should !== item.should || counted.present !== item.present)
  const byVotes = words?.result.isPassed ?? null
  return (
    <fieldset className="meeting-vote" aria-label={`议题${no}的表决`}>
      <div className="meeting-vote-numbers form-stacked">
        <NumberField control={control} name={`${at}.should`} label="应到有表决权" unit="人" />
        <NumberField control={control} name={`${at}.present`} label="实到有表决权" unit="人" />
        <NumberField control={control} name={`${at}.agreed`} label="赞成" unit="票" />
        {aboutFiles.includes(item.matter) && (
          <NumberField control={control} name={`${at}.agreedInWriting`} label="书面意见赞成" unit="票" />
        )}
        <NumberField control={control} name={`${at}.against`} label="反对" unit="票" />
        <NumberField control={control} name={`${at}.abstained`} label="弃权" unit="票" />
      </div>
      {differs && (
        <p className="muted small">
          到会登记：应到 {counted.should} 人，实到 {counted.present} 人。
          <button
            type="button"
            className="link-button"
            onClick={() => {
              setValue(`${at}.should`, counted.should, { shouldDirty: true })
              setValue(`${at}.present`, counted.present, { shouldDirty: true })
            }}
          >
            照此填入
          </button>
        </p>
      )}
      <div className="meeting-vote-choices">
        <Controller
          control={control}
          name={`${at}.isSecret`}
          render={({ field }) => (
            <FormRow label="表决方式" as="group">
              {() => (
                <Radio.Group
                  options={[
                    { value: 'yes', label: '无记名投票' },
                    { value: 'no', label: '举手表决' },
                  ]}
                  value={chosenOf(field.value)}
                  onChange={({ target }) => field.onChange(yesNo(target.value))}
                />
              )}
            </FormRow>
          )}
        />
        <Controller
          control={control}
          name={`${at}.isPassed`}
          render={({ field }) => (
            <FormRow
              label="宣布结果"
              as="group"
              {...(byVotes !== null && field.value === null
                ? {
                    hint: (
                      <button type="button" className="link-button" onClick={() => field.onChange(byVotes)}>
                        按票数填入“{byVotes ? '通过' : '不通过'}”
                      </button>
                    ),
                  }
                : {})}
            >
              {() => (
                <Radio.Group
                  options={[
                    { value: 'yes', label: '通过' },
                    { value: 'no', label: '不通过' },
                  ]}
                  value={chosenOf(field.value)}
                  onChange={({ target }) => field.onChange(yesNo(target.value))}
                />
              )}
            </FormRow>
          )}
        />
      </div>
      <ItemResult item={item} />
    </fieldset>
  )
}
