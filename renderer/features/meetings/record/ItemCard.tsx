import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { matterKinds, mustBeCounted } from '#shared/domain/meetings/votes.ts'
import { matterKindLabels, meetingKindLabels } from '#shared/labels/meetings.ts'
import { CodeSelect } from '../../../ui/CodeSelect.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { countedOf } from './countedOf.ts'
import { aboutFiles } from './aboutFiles.ts'
import { DevelopmentField } from './DevelopmentField.tsx'
import { hasVote } from './itemVote.ts'
import { ItemVote } from './ItemVote.tsx'
import type { MeetingForm } from './meetingForm.ts'

interface ItemCardProps {
  readonly form: MeetingForm
  readonly index: number
  /** Within its section, from 1. */
  readonly no: number
  /** The sections it may be moved to; none where there is one only. */
  readonly kinds: readonly MeetingKind[]
  readonly onUp: (() => void) | null
  readonly onRemove: () => void
}

/** The one that is meant most often first. */
const matters = (['ordinary', ...matterKinds.filter((kind) => kind !== 'ordinary')] as const).map((code) => ({
  code,
  name: matterKindLabels[code],
}))

/** One matter: what was said of it, how it was voted on, what was decided. */
export function ItemCard({ form, index, no, kinds, onUp, onRemove }: ItemCardProps) {
  const { control, getValues, setFocus, setValue } = form
  const at = `items.${index}` as const
  const item = useWatch({ control, name: at })
  const [isVoting, setIsVoting] = useState(false)
  const [isAskedFor, setIsAskedFor] = useState(false)
  const shows = isVoting || mustBeCounted(item.matter) || hasVote(item)
  // 应到 and 实到 of a vote are those of the meeting, as long as nobody says otherwise.
  const begin = (): void => {
    setIsVoting(true)
    if (hasVote(item)) return
    const { should, present } = countedOf(getValues())
    setValue(`${at}.should`, should, { shouldDirty: true })
    setValue(`${at}.present`, present, { shouldDirty: true })
  }
  // The button goes with what it opens; the keyboard goes on from the first number nobody has filled in.
  useEffect(() => {
    if (isAskedFor) setFocus(`${at}.agreed`)
  }, [isAskedFor, setFocus, at])
  return (
    <fieldset className="meeting-item" aria-label={`议题${no}`}>
      <div className="meeting-item-head">
        <strong>议题{no}</strong>
        <span className="toolbar-end">
          {onUp !== null && (
            <Button size="small" type="text" onClick={onUp}>
              上移
            </Button>
          )}
          <Button size="small" type="text" danger onClick={onRemove}>
            删除议题
          </Button>
        </span>
      </div>
      <div className="form-grid">
        <TextField control={control} name={`${at}.title`} label="议题" required maxLength={200} />
        <TextField control={control} name={`${at}.presenter`} label="汇报人" maxLength={50} />
        <CodeSelect
          control={control}
          name={`${at}.matter`}
          label="议题性质"
          required
          entries={matters}
          onChosen={(code) => {
            const kind = matterKinds.find((each) => each === code)
            if (kind !== undefined && mustBeCounted(kind)) begin()
          }}
        />
        {kinds.length > 0 && (
          <CodeSelect
            control={control}
            name={`${at}.section`}
            label="记在哪一节"
            required
            entries={kinds.map((code) => ({ code, name: meetingKindLabels[code] }))}
          />
        )}
        {aboutFiles.includes(item.matter) && <DevelopmentField form={form} index={index} />}
        <TextField control={control} name={`${at}.discussion`} label="讨论要点" wide rows={3} />
      </div>
      {shows ? (
        <ItemVote form={form} index={index} no={no} />
      ) : (
        <Button
          size="small"
          onClick={() => {
            begin()
            setIsAskedFor(true)
          }}
        >
          登记表决
        </Button>
      )}
      <div className="form-grid meeting-gap">
        <TextField
          control={control}
          name={`${at}.decision`}
          label="决议"
          wide
          rows={2}
          placeholder="会议决定……／一致同意……"
        />
      </div>
    </fieldset>
  )
}
