import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { roleHasRight } from '#shared/contract/rights.ts'
import { isRouteName, type RouteName, routes } from '#shared/contract/routes.ts'
import { maskIdNo, maskMobile } from '#shared/lib/idNumber.ts'
import { readTables, type Row, type Tables } from './ledgerCopy.ts'
import { anOfficeFor, type Place, type StandardOffice } from './office.ts'
import { routeSamples } from './routeSamples.ts'

const names = Object.keys(routes).filter((name) => isRouteName(name))

/** What a community's clerk may call; public routes come before anybody is known. */
const clerks = names.filter((name) => {
  const { right } = routes[name]
  return right !== 'public' && roleHasRight('communityClerk', right)
})

const answeringAll = clerks.filter((name) => routeSamples[name].everything !== undefined)

/** The file somebody sends says these things itself; only ids would come from the database. */
const saidByTheFile: readonly RouteName[] = ['imports.preview']

function idsOf(
  { organizations = [], ...tables }: Tables,
  { communityId, accountId }: Place,
): ReadonlySet<string> {
  const ids = new Set([communityId, accountId])
  for (let before = 0; before !== ids.size;) {
    before = ids.size
    for (const row of organizations) if (ids.has(String(row['parent_id']))) ids.add(String(row['id']))
  }
  const belongs = [
    'organization_id',
    'subject_id',
    'account_id',
    'member_id',
    'record_id',
    'case_id',
    'election_id',
    'file_id',
    'class_id',
    'meeting_id',
    'life_meeting_id',
    'appraisal_id',
    'campaign_id',
    'batch_id',
    'list_id',
  ]
  for (const table of [
    'members',
    'organization_events',
    'import_batches',
    'document_exports',
    'finding_overrides',
    'mobility_records',
    'mobility_contacts',
    'elections',
    'election_rounds',
    'transfers',
    'lost_cases',
    'lost_attempts',
    'enterprises',
    'terms',
    'posts',
    'development_files',
    'development_steps',
    'development_guarantors',
    'development_reviews',
    'development_votes',
    'development_materials',
    'development_events',
    'application_forms',
    'training_classes',
    'training_places',
    'topic_guides',
    'meeting_plans',
    'attachments',
    'meetings',
    'meeting_items',
    'meeting_versions',
    'follow_ups',
    'life_meetings',
    'life_problems',
    'appraisals',
    'appraisal_people',
    'talks',
    'review_campaigns',
    'review_schemes',
    'review_subjects',
    'review_steps',
    'review_comments',
    'review_daily_scores',
    'review_batches',
    'review_batch_subjects',
    'review_rectifications',
    'responsibility_lists',
    'responsibility_goals',
    'responsibility_checks',
  ])
    for (const row of tables[table] ?? [])
      if (belongs.some((column) => ids.has(String(row[column])))) ids.add(String(row['id']))
  return ids
}

/** Rows that name one of these ids anywhere. */
function rowsOf(tables: Tables, ids: ReadonlySet<string>): Readonly<Record<string, readonly Row[]>> {
  const isOf = (row: Row) => Object.values(row).some((value) => ids.has(String(value)))
  return Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.filter(isOf)]))
}

/** Texts in an answer, those in the files it hands out included. */
function told(office: StandardOffice, answer: unknown): string {
  const text = JSON.stringify(answer)
  const files = [...text.matchAll(/"handle":"([^"]+)"/g)].map(
    (match) => office.shelf.read(match[1] ?? '').bytes,
  )
  const parts = files.flatMap((bytes) => Object.values(unzipSync(bytes)).map((part) => strFromU8(part)))
  return [text, ...parts].join('\n')
}

function tellsOf(place: Place, ids: ReadonlySet<string>): readonly string[] {
  const { stem, user, idNo, mobile } = place
  return [...ids, stem, `${user}账号`, idNo, maskIdNo(idNo), mobile, maskMobile(mobile)]
}

function expectNothingOf(tells: readonly string[], text: string): void {
  expect(tells.filter((tell) => text.includes(tell))).toEqual([])
}

describe('a route sample', () => {
  it.each(names)('%s names a record of its community, or says why not', async (name) => {
    const office = await anOfficeFor(name)
    const sample = routeSamples[name]
    const ids = idsOf(await readTables(office.dataDir), office.west)
    const text = JSON.stringify(await sample.input(office, office.west))
    const named = tellsOf(office.west, ids).filter((tell) => text.includes(tell))
    const isOwnPreview = text.includes('previewId')
    expect(named.length > 0 || isOwnPreview || sample.namesNone !== undefined).toBe(true)
  })
})

describe('an account of one community', () => {
  it.each(clerks)('%s tells nothing of another community and changes nothing there', async (name) => {
    const office = await anOfficeFor(name)
    const { core, dataDir, west, as } = office
    const sample = routeSamples[name]
    const input = await sample.input(office, west)
    const before = await readTables(dataDir)
    const ids = idsOf(before, west)
    const answer = await core.call(name, input, as.east.session)
    const sent = JSON.stringify(input)
    const tells = tellsOf(west, ids).filter((tell) => !sent.includes(tell) || tell === west.stem)
    expectNothingOf(
      saidByTheFile.includes(name) ? tells.filter((tell) => ids.has(tell)) : tells,
      told(office, answer),
    )
    if (sample.everything !== undefined) {
      const all = await core.call(name, sample.everything, as.east.session)
      expect(all.ok).toBe(true)
      expectNothingOf(tellsOf(west, ids), told(office, all))
    }
    expect(rowsOf(await readTables(dataDir), ids)).toEqual(rowsOf(before, ids))
  })

  it.each(clerks)('%s cannot tell a record of another community from one that never was', async (name) => {
    const office = await anOfficeFor(name)
    const input = JSON.stringify(await routeSamples[name].input(office, office.west))
    const ask = async (text: string) => {
      const answer = await office.core.call(name, JSON.parse(text), office.as.east.session)
      return JSON.stringify(answer).replaceAll(/id-\d{8}/g, 'an id')
    }
    const madeUp = input.replaceAll(/id-0(\d{7})/g, 'id-9$1')
    if (madeUp !== input) expect(await ask(input)).toBe(await ask(madeUp))
  })

  /** Refused to everybody in an office that is set up. */
  const refused: Readonly<Partial<Record<RouteName, string>>> = {
    'accounts.createAdministrator': 'CONFLICT',
    'system.fillDemo': 'CONFLICT',
    'bridge.freeze': 'FORBIDDEN',
    'bridge.unfreeze': 'FORBIDDEN',
    'enterprises.changeDepartments': 'FORBIDDEN',
  }

  it.each(clerks)('%s does its work in the own community', async (name) => {
    const office = await anOfficeFor(name)
    const input = await routeSamples[name].input(office, office.east)
    const answer = await office.core.call(name, input, office.as.east.session)
    const wanted = refused[name]
    if (wanted === undefined) expect(answer).toMatchObject({ ok: true })
    else expect(answer).toMatchObject({ ok: false, error: { code: wanted } })
  })

  it.each(answeringAll)('%s counts the same whether there is another community or not', async (name) => {
    const ask = async (office: StandardOffice) => {
      const answer = await office.core.call(name, routeSamples[name].everything, office.as.east.session)
      // Entries of the log are numbered through the whole street; a file's handle is new each time.
      return JSON.stringify(answer).replaceAll(/"(seq|handle|id)":("[^"]*"|\d+)/g, '')
    }
    const without = await ask(await anOfficeFor(name, { withoutWest: true }))
    expect(await ask(await anOfficeFor(name))).toBe(without)
  })
})
