import type { Bridge } from '#shared/contract/bridge.ts'
import { bridgeDoubtTexts } from '#shared/labels/bridge.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import type { BridgeView } from './bridgeView.ts'
import { NumberLink } from './NumberLink.tsx'

/** Who is counted uncertainly and which record to mend; by what rules it is counted. */
export function BridgeNotes({ bridge, view }: { readonly bridge: Bridge; readonly view: BridgeView }) {
  const { notes, organizationId } = bridge
  return (
    <SectionCard title="说明">
      <ul className="bridge-notes">
        {notes.map(({ doubt, count, names }) => {
          const { lacks, countedAs, mend } = bridgeDoubtTexts[doubt]
          const open = { number: doubt, organizationId, page: 1 }
          return (
            <li key={doubt} className="bridge-doubt">
              {lacks}的 <NumberLink view={{ ...view, kind: 'all', open }}>{count} 人</NumberLink>，{countedAs}
              ，{mend}：{names.join('、')}
              {count > names.length && '等'}。
            </li>
          )
        })}
        <li>
          只计组织关系在本组织、党籍正常（含留党察看、限期改正、中止党员权利）的正式党员和预备党员；停止党籍、已转出、去世、出党的不计，流入党员不计（STA-01，年报口径，待核）。
        </li>
        <li>
          期初、期末都指当天24时。本期内先进后出的，增加、减少两边都计；在本组织内部调动的不计增减。
          {bridge.between !== null &&
            '下级单位之间的调动，两边单位分别计入转出、转入，在“单位之间调动”一行抵消。'}
        </li>
        {bridge.units.length > 0 && <li>各单位按现在的隶属关系归集。转正不改变党员总数。</li>}
      </ul>
    </SectionCard>
  )
}
