import type { z } from 'zod'
import type { Database, ReadDb } from '#db/database.ts'
import { insertExport } from '#db/queries/exports.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { exportBridgeInput, ExportedBridge } from '#shared/contract/documents.ts'
import { allHeads } from '#shared/domain/bridgeNumbers.ts'
import { bridgeDoubts } from '#shared/domain/bridgeDoubts.ts'
import { bridgeDoubtTexts, bridgeTitle } from '#shared/labels/bridge.ts'
import { formatInShanghai } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { gatherBridge, levelBridge, readBridge } from '../records/bridge.ts'
import { gapNames } from '../records/bridgeGaps.ts'
import { doubtNames, inOrder, moveNames } from '../records/bridgeNames.ts'
import { buildBridge } from './bridgeDocument.ts'
import type { BridgeValues } from './bridgeValues.ts'
import { bridgeXlsx } from './bridgeXlsx.ts'
import { documentFileName } from './fileName.ts'
import { renderDocument } from './render.ts'

type Input = z.output<typeof exportBridgeInput>

interface GatheredValues extends BridgeValues {
  readonly shortName: string
}

/** Gathers, computes, renders; the file waits on the shelf for the shell to save it. */
export async function exportBridge(
  db: Database,
  input: Input,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedBridge> {
  const values = gatherValues(db.read, input, account, ports)
  const { bytes, missing } = await render(values, input.format)
  const { bridge, moves, doubts } = values
  const name = documentFileName({
    year: input.to.slice(0, 4),
    unit: values.shortName,
    kind: '对账单',
    title: bridgeTitle,
    personName: null,
    extension: input.format,
  })
  const entry = {
    id: ports.ids.next(),
    document: `${bridgeTitle}.${input.format}`,
    organizationName: values.organizationName,
    rows: moves.length,
    isUnmasked: false,
    purpose: null,
    accountId: account.id,
    createdAt: ports.clock.now(),
  }
  // Logged before the file can be had.
  db.write((tx) => insertExport(tx, entry))
  return {
    file: { handle: ports.files.put({ name, bytes }), name },
    rows: moves.length,
    missing: [
      ...missing,
      ...doubts.flatMap(({ doubt, people }) =>
        people.map((person) => ({
          label: bridgeDoubtTexts[doubt].lacks,
          where: `${person.organizationName}${person.name}`,
        })),
      ),
    ],
    opening: allHeads(bridge.total.opening),
    closing: allHeads(bridge.total.closing),
    balanced: bridge.isBalanced,
  }
}

async function render(values: BridgeValues, format: Input['format']) {
  const { document, missing } = buildBridge(values)
  const told = missing.map(({ label, where }) => ({ label, where }))
  const bytes = format === 'xlsx' ? await bridgeXlsx(values) : await renderDocument(document)
  return { bytes, missing: told }
}

const everybody = { personType: null, offset: 0, limit: Number.MAX_SAFE_INTEGER } as const

function gatherValues(
  db: ReadDb,
  { organizationId, from, to }: Input,
  account: SignedInAccount,
  { clock }: Ports,
): GatheredValues {
  const gathered = gatherBridge(db, { organizationId, from, to })
  const { organization, tree, opening, closing } = gathered
  const { people, doubts, openingGaps, closingGaps } = levelBridge(gathered, null)
  return {
    organizationName: organization.fullName,
    shortName: organization.shortName,
    compiledBy: tree.children(null)[0]?.fullName ?? null,
    compiledOn: clock.today(),
    bridge: readBridge(db, { organizationId, from, to }, clock.today()),
    moves: moveNames(db, inOrder(people.moves)),
    fixes: [
      ...gapNames(db, opening, openingGaps, everybody).rows,
      ...gapNames(db, closing, closingGaps, everybody).rows,
    ],
    doubts: bridgeDoubts.flatMap((doubt) => {
      const found = doubts.filter((each) => each.doubt === doubt)
      return found.length === 0 ? [] : [{ doubt, people: doubtNames(db, gathered, found) }]
    }),
    trace: { account: `${account.displayName}（${account.user}）`, at: formatInShanghai(clock.now()) },
  }
}
