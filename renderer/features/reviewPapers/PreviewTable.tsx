interface PreviewTableProps {
  readonly label: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const shownRows = 12

/** The first lines of a paper as they will stand. */
export function PreviewTable({ label, heads, rows }: PreviewTableProps) {
  if (rows.length === 0) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by keyboard too
    <section className="paper-preview" aria-label={`${label}预览`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shownRows).map((cells, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines of a paper have no other name
            <tr key={index}>
              {cells.map((cell, at) => (
                <td key={heads[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shownRows && <p className="muted small">……以下还有 {rows.length - shownRows} 行</p>}
    </section>
  )
}
