import type { WriteDb } from '#db/database.ts'
import { insertEnterprises } from '#db/queries/enterprises.ts'
import { listAnyOrganizations } from '#db/queries/organizations.ts'
import type { EnterpriseFields } from '#shared/contract/enterprises.ts'
import { type CoverForm, defaultDepartments, type EnterpriseKind } from '#shared/domain/enterprises.ts'
import { creditCheckSign } from '#shared/lib/creditCode.ts'
import { addDays } from '#shared/lib/dates.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import type { Random } from './random.ts'

const kinds: readonly (readonly [EnterpriseKind, readonly string[], readonly string[]])[] = [
  [
    'FG',
    [
      '云溪软件有限公司',
      '恒达机械有限公司',
      '晨光食品有限公司',
      '远航物流有限公司',
      '锦绣服装有限公司',
      '博文印务有限公司',
    ],
    ['软件和信息技术', '制造业', '食品加工', '仓储物流', '纺织服装', '印刷'],
  ],
  [
    'SH',
    ['春晖社会工作服务中心', '云溪书画协会', '康乐养老服务中心', '启明职业培训学校'],
    ['社会工作', '文化', '养老服务', '教育培训'],
  ],
  [
    'GT',
    ['老张面馆', '小满理发店', '松涛五金店', '云溪打印社', '晨光超市'],
    ['餐饮', '居民服务', '零售', '文印', '零售'],
  ],
  ['YQ', ['云溪商务楼', '荷塘创业园', '南湖科技园'], ['楼宇', '园区', '园区']],
]

const stems = ['', '梅园', '北苑', '西岭'] as const
const wanted = 30

/** 两新组织 as a ledger has them: some large without an organisation, some small with nobody, a wrong code among them. */
export function fillEnterprises(tx: WriteDb, random: Random, { at, today, ids }: WriteMoment): void {
  const organizations = listAnyOrganizations(tx)
  const own = organizations.find(({ branchKind }) => branchKind === 'LX')
  const joint = organizations.find(({ branchKind }) => branchKind === 'LH')
  const branches = organizations.filter(({ branchKind }) => branchKind === 'WG')
  const communities = organizations.filter(({ type }) => type === 'SQW')
  if (!own || !joint || communities.length === 0) return
  const named = stems.flatMap((stem) =>
    kinds.flatMap(([kind, names, industries]) =>
      names.map((name, i) => ({ kind, name: `${stem}${name}`, industry: industries[i] ?? null })),
    ),
  )
  const rows = named.slice(0, wanted).map(({ kind, name, industry }, i) => {
    const isLarge = kind === 'FG' || kind === 'YQ'
    const staff = isLarge ? 20 + random.below(280) : 2 + random.below(60)
    const fullMembers = i % 5 === 3 ? 0 : random.below(isLarge ? 9 : 4)
    const coverForm = formOf(i, fullMembers, random)
    const ofOwn = i === 0 ? own : (branches[i] ?? own)
    const organization =
      coverForm === 'own' ? ofOwn : coverForm === 'joint' ? joint : random.pick(communities)
    const fields: EnterpriseFields = {
      name,
      creditCode: i % 9 === 8 ? null : creditCode(kind, i, i === 4),
      kind,
      industry,
      address: `云溪街道${random.pick(['春晖路', '松涛路', '荷塘街'])}${1 + random.below(200)}号`,
      department: i % 7 === 6 ? null : random.pick(defaultDepartments),
      isAboveScale: kind === 'FG' ? staff >= 150 : null,
      staff: i % 11 === 10 ? null : staff,
      fullMembers,
      probationaryMembers: random.chance(0.2) ? 1 : 0,
      membersHere: Math.max(0, fullMembers - random.below(3)),
      hiddenMembers: random.chance(0.3) ? 1 : 0,
      activists: random.below(3),
      coverForm,
      organizationId: organization.id,
      instructor: random.chance(0.4) ? random.pick(['周指导', '郑指导', '冯指导']) : null,
      liaison: random.chance(0.2) ? '吴联络' : null,
      hasUnion: random.chance(0.5),
      hasYouth: random.chance(0.3),
      hasWomen: random.chance(0.3),
      isHeadMember: random.chance(0.3),
      contactName: random.pick(['钱经理', '孙主任', '李店长']),
      contactPhone: `138${String(random.below(100_000_000)).padStart(8, '0')}`,
      visitedOn: random.chance(0.8) ? addDays(today, -random.below(400)) : null,
      remark: null,
    }
    return {
      ...fields,
      id: ids.next(),
      version: 1,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      deletedReason: null,
    }
  })
  insertEnterprises(tx, rows)
}

function formOf(i: number, fullMembers: number, random: Random): CoverForm {
  if (i === 0) return 'own'
  if (fullMembers === 0) return 'none'
  if (fullMembers >= 3) return random.chance(0.6) ? 'own' : random.pick(['none', 'joint'] as const)
  return random.pick(['joint', 'joint', 'functional', 'none'] as const)
}

/** Invented, with a sound check sign but for one. */
function creditCode(kind: EnterpriseKind, i: number, isWrong: boolean): string {
  const first17 = `${kind === 'SH' ? '52' : '91'}310104MA${String(1000 + i * 37).padStart(7, '0')}`
  const sign = creditCheckSign(first17)
  return first17 + (isWrong ? (sign === '7' ? '8' : '7') : sign)
}
