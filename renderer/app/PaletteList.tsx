/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the pattern of a combobox: no native element shows grouped options while typing */
import type { PaletteItem } from './paletteItems.ts'

interface PaletteListProps {
  readonly id: string
  readonly items: readonly PaletteItem[]
  readonly active: number
  /** Instead of or below the results: searching, nothing found, failed. */
  readonly note: string | null
  readonly onChoose: (item: PaletteItem) => void
  readonly onPoint: (index: number) => void
}

export function PaletteList({ id, items, active, note, onChoose, onPoint }: PaletteListProps) {
  const groups = Map.groupBy(items, (item) => item.group)
  return (
    <div className="palette">
      <div id={id} role="listbox" aria-label="查找结果" tabIndex={-1}>
        {[...groups].map(([group, members]) => (
          <div key={group} role="group" aria-label={group}>
            <div className="palette-group" aria-hidden="true">
              {group}
            </div>
            {members.map((item) => {
              const index = items.indexOf(item)
              return (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are handled by the combobox
                <div
                  key={item.key}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  className={index === active ? 'palette-item palette-item-active' : 'palette-item'}
                  onMouseDown={(event) => event.preventDefault()}
                  onMouseMove={() => onPoint(index)}
                  onClick={() => onChoose(item)}
                >
                  <span className="palette-label">{item.label}</span>
                  <span className="palette-note ellipsis">{item.note}</span>
                  {item.end !== undefined && <span className="palette-end">{item.end}</span>}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {note !== null && <output className="palette-empty">{note}</output>}
    </div>
  )
}
