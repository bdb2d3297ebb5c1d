import { type Salvage, salvageWords } from './rescueSteps.ts'

/** What was read out of the damaged database, kind by kind. */
export function SalvageTable({ salvage }: { readonly salvage: Salvage }) {
  return (
    <section aria-label="抢救结果">
      <p>
        <strong>抢救完成</strong>，存成了下面的第一份备份。请先看每类的结果，再决定恢复它还是恢复较早的备份。
      </p>
      <table className="diff-table backup-comparison">
        <caption className="visually-hidden">每类数据读出多少</caption>
        <tbody>
          {salvage.tables
            .filter(({ saved, lost }) => saved > 0 || lost !== 0)
            .map((table) => (
              <tr key={table.label} className={table.lost === 0 ? undefined : 'backup-different'}>
                <th scope="row">{table.label}</th>
                <td>{salvageWords(table)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
