import { Button } from 'antd'
import { useFieldArray, useWatch } from 'react-hook-form'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { meetingKindLabels } from '#shared/labels/meetings.ts'
import { Icon } from '../../../ui/icons.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { ItemCard } from './ItemCard.tsx'
import { blankItem, type MeetingForm } from './meetingForm.ts'

/** 议题, section by section where a meeting is of several kinds (LIFE-08). */
export function ItemsSection({ form }: { readonly form: MeetingForm }) {
  const { control } = form
  const kinds = useWatch({ control, name: 'kinds' })
  const items = useWatch({ control, name: 'items' })
  const list = useFieldArray({ control, name: 'items', keyName: 'key' })
  const [only, ...others] = kinds
  const isOne = only !== undefined && others.length === 0
  const sectionOf = (index: number): MeetingKind | null => {
    // What was added just now is not watched yet: it is drawn at once all the same, so that the keyboard can go into it.
    const section = items[index]?.section ?? list.fields[index]?.section
    if (section === undefined) return null
    return isOne ? only : section
  }
  const sections = [
    ...kinds,
    // What was written for a kind that is no longer ticked is still there, and says so.
    ...new Set(list.fields.map((_, n) => sectionOf(n)).filter((section) => section !== null)),
  ].filter((section, n, all) => all.indexOf(section) === n)
  return (
    <SectionCard title="议题">
      {sections.length === 0 && <p className="muted">先选会议类型，再按类型分节记议题。</p>}
      {sections.map((section) => {
        const own = list.fields.flatMap((each, index) =>
          sectionOf(index) === section ? [{ key: each.key, index }] : [],
        )
        return (
          <section
            key={section}
            className="meeting-section"
            aria-label={`${meetingKindLabels[section]}的议题`}
          >
            <div className="meeting-section-head">
              <h3>{meetingKindLabels[section]}</h3>
              {kinds.includes(section) ? (
                <Button
                  size="small"
                  icon={<Icon name="plus" />}
                  onClick={() => list.append(blankItem(section))}
                >
                  加议题
                </Button>
              ) : (
                <span className="form-error">会议类型里没有勾选，请改到别的类型下</span>
              )}
            </div>
            {own.length === 0 && <p className="muted small">还没有议题。一事一议，每个议题单独记。</p>}
            {own.map(({ key, index }, n) => {
              const above = own[n - 1]?.index
              return (
                <ItemCard
                  key={key}
                  form={form}
                  index={index}
                  no={n + 1}
                  kinds={isOne ? [] : kinds}
                  onUp={above === undefined ? null : () => list.swap(above, index)}
                  onRemove={() => list.remove(index)}
                />
              )
            })}
          </section>
        )
      })}
    </SectionCard>
  )
}
