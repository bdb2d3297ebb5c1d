import { Button } from 'antd'
import { useFieldArray } from 'react-hook-form'
import { Icon } from '../../../ui/icons.tsx'
import { PartialDateField } from '../../../ui/PartialDateField.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { blankFollowUp, type MeetingForm } from './meetingForm.ts'
import { PersonField } from './PersonField.tsx'

/** 落实事项: what a decision leaves to be done, by whom and by when; open ones stay on the board until closed. */
export function FollowUpsSection({ form }: { readonly form: MeetingForm }) {
  const { control } = form
  const list = useFieldArray({ control, name: 'followUps', keyName: 'key' })
  return (
    <SectionCard
      title="落实事项"
      extra={
        <Button size="small" icon={<Icon name="plus" />} onClick={() => list.append(blankFollowUp)}>
          加一项
        </Button>
      }
    >
      {list.fields.length === 0 && (
        <p className="muted small">
          会议定下来要办的事，写明谁办、哪天办完；没有办结的一直列在“落实事项”里。
        </p>
      )}
      {list.fields.map(({ key }, index) => (
        <fieldset key={key} className="meeting-item" aria-label={`落实事项${index + 1}`}>
          <div className="form-grid">
            <TextField
              control={control}
              name={`followUps.${index}.what`}
              label={`事项${index + 1}`}
              required
              maxLength={300}
            />
            <PersonField
              form={form}
              idName={`followUps.${index}.memberId`}
              nameName={`followUps.${index}.personName`}
              label="责任人"
            />
            <PartialDateField control={control} name={`followUps.${index}.dueOn`} label="期限" wholeDay />
            <PartialDateField
              control={control}
              name={`followUps.${index}.closedOn`}
              label="办结日期"
              wholeDay
              hint="没有办结的不填"
            />
            <TextField control={control} name={`followUps.${index}.result`} label="结果" maxLength={500} />
            <div className="meeting-remove">
              <Button size="small" type="text" danger onClick={() => list.remove(index)}>
                删除这一项
              </Button>
            </div>
          </div>
        </fieldset>
      ))}
    </SectionCard>
  )
}
