import type { ReadDb } from '#db/database.ts'
import {
  countByCreditCode,
  getEnterprise,
  listEnterprises,
  type StoredEnterprise,
} from '#db/queries/enterprises.ts'
import { listOverrides } from '#db/queries/memberFindings.ts'
import { listOrganizations } from '#db/queries/organizations.ts'
import type { EnterpriseFields, EnterpriseRow } from '#shared/contract/enterprises.ts'
import type { AnsweredFinding } from '#shared/contract/findings.ts'
import { type EnterpriseFacts, enterpriseFindings, memberCount } from '#shared/domain/enterpriseRules.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { maskFreeText, type Reader } from '#shared/domain/memberMasks.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { maskMobile } from '#shared/lib/idNumber.ts'

/** Everything a form holds, in the clear. */
export function fieldsOf(unit: StoredEnterprise): EnterpriseFields {
  const {
    id: _id,
    version: _v,
    createdAt: _c,
    updatedAt: _u,
    deletedAt: _d,
    deletedReason: _r,
    ...fields
  } = unit
  return fields
}

export function maskPhone(phone: string | null): string | null {
  return phone === null ? null : maskMobile(phone)
}

/** As this reader is shown it. */
function shownFields(unit: StoredEnterprise, reader: Reader): EnterpriseFields {
  const fields = fieldsOf(unit)
  return {
    ...fields,
    contactPhone: maskPhone(fields.contactPhone),
    remark: fields.remark === null ? null : maskFreeText(fields.remark, reader),
  }
}

/** A unit as the rules see it. */
export interface ReadUnit {
  readonly unit: StoredEnterprise
  readonly facts: EnterpriseFacts
  /** Why findings are left so, by code. */
  readonly kept: ReadonlyMap<string, string>
}

const nothingKept: ReadonlyMap<string, string> = new Map()

/** What the rules say of a unit, with the reasons given for leaving it so. */
export function unitFindings({ facts, kept }: Pick<ReadUnit, 'facts' | 'kept'>): readonly AnsweredFinding[] {
  return enterpriseFindings(facts, defaultRuleSettings).map((finding) => ({
    ...finding,
    overriddenReason: kept.get(finding.code) ?? null,
  }))
}

interface Standing {
  readonly codes: ReadonlyMap<string, number>
  readonly organizations: ReadonlySet<string>
  readonly kept: ReadonlyMap<string, ReadonlyMap<string, string>>
}

function readStanding(db: ReadDb): Standing {
  const standing = listOrganizations(db).filter((row) => !isEnded(row))
  const kept = Map.groupBy(listOverrides(db, 'enterprise'), ({ subjectId }) => subjectId)
  return {
    codes: countByCreditCode(db),
    organizations: new Set(standing.map(({ id }) => id)),
    kept: new Map([...kept].map(([id, all]) => [id, new Map(all.map(({ code, reason }) => [code, reason]))])),
  }
}

function readUnit(unit: StoredEnterprise, { codes, organizations, kept }: Standing): ReadUnit {
  const sameCode = unit.creditCode === null ? 0 : (codes.get(unit.creditCode) ?? 1) - 1
  return {
    unit,
    facts: { ...unit, sameCode, isPlaceGone: !organizations.has(unit.organizationId) },
    kept: kept.get(unit.id) ?? nothingKept,
  }
}

/** Units of these organisations (null: all in reach), in tree order. */
export function readUnits(db: ReadDb, organizationIds: readonly string[] | null): readonly ReadUnit[] {
  const standing = readStanding(db)
  return listEnterprises(db, organizationIds).map((unit) => readUnit(unit, standing))
}

/** Undefined when it is in the trash or out of scope. */
export function readOneUnit(db: ReadDb, id: string): ReadUnit | undefined {
  const unit = getEnterprise(db, id)
  return unit && readUnit(unit, readStanding(db))
}

export function enterpriseRow(
  { unit, facts, kept }: ReadUnit,
  names: ReadonlyMap<string, string>,
  reader: Reader,
): EnterpriseRow {
  return {
    id: unit.id,
    version: unit.version,
    fields: shownFields(unit, reader),
    organizationName: names.get(unit.organizationId) ?? '',
    members: memberCount(unit),
    findings: unitFindings({ facts, kept }).map((finding) => ({
      ...finding,
      overriddenReason:
        finding.overriddenReason === null ? null : maskFreeText(finding.overriddenReason, reader),
    })),
  }
}
