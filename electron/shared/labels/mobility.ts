import type {
  ContactWay,
  FeePlace,
  MobilityDirection,
  MobilityKind,
  MobilityReason,
  MobilityStatus,
} from '../domain/mobility.ts'
import { squeeze } from '../lib/text.ts'

export const mobilityDirectionLabels: Readonly<Record<MobilityDirection, string>> = { LC: '流出', LR: '流入' }

export const mobilityKindLabels: Readonly<Record<MobilityKind, string>> = {
  crossProvince: '跨省流动',
  crossCity: '省内跨市',
  crossCounty: '市内跨县',
  sameCounty: '县（区）内',
  abroad: '境外',
}

export const mobilityReasonLabels: Readonly<Record<MobilityReason, string>> = {
  work: '务工',
  business: '经商',
  study: '就学',
  family: '随子女居住',
  medical: '就医',
  visit: '探亲',
  other: '其他',
}

export const mobilityStatusLabels: Readonly<Record<MobilityStatus, string>> = {
  away: '在外',
  lost: '失联',
  returned: '已返回',
  transferred: '已转出',
  ended: '终止',
}

/** The same words for people who came in: they are here, not away. */
export const inflowStatusLabels: Readonly<Record<MobilityStatus, string>> = {
  ...mobilityStatusLabels,
  away: '在本地',
  returned: '已离开',
  transferred: '已转入',
}

export const contactWayLabels: Readonly<Record<ContactWay, string>> = {
  phone: '电话',
  wechat: '微信',
  visit: '见面（走访）',
  letter: '信函',
  originOrganization: '与流出地党组织联系',
  other: '其他',
}

export const feePlaceLabels: Readonly<Record<FeePlace, string>> = { origin: '流出地', destination: '流入地' }

/** Columns of a record by the keys the contract has. */
export const mobilityFieldLabels = {
  direction: '方向',
  memberId: '党员',
  name: '姓名',
  gender: '性别',
  idNo: '公民身份号码',
  phone: '联系电话',
  personType: '人员类别',
  organizationId: '负责联系的党组织',
  outOn: '外出（流入）日期',
  expectedBack: '预计返回',
  reason: '外出原因',
  kind: '流动类型',
  province: '省（国家、地区）',
  city: '市',
  district: '县（区）、街道',
  place: '地址',
  unit: '现单位',
  destOrg: '流入地党组织',
  destContact: '流入地联系人、电话',
  origOrg: '流出地党组织',
  origContact: '流出地联系人、电话',
  certNo: '活动证号',
  certIssuedOn: '活动证发放日期',
  certExpiresOn: '活动证到期日期',
  isRegistered: '已登记为流动党员',
  reportedOn: '报到日期',
  contactMonths: '每几个月联系一次',
  feePlace: '党费交纳地',
  annualReportOn: '最近一次年度汇报',
  evalPlace: '民主评议地点',
  evalResult: '民主评议结果',
  evalNotifiedOn: '评议结果通报原组织日期',
  isTransferable: '有固定单位或住所',
  remark: '备注',
} as const

/** As workbooks write them; null for what is none of them. */
function reader<K extends string>(
  labels: Readonly<Record<K, string>>,
  others: Readonly<Record<string, K>>,
): (text: string) => K | null {
  const known = new Map<string, K>()
  for (const key in labels) known.set(squeeze(labels[key]), key)
  for (const [text, key] of Object.entries(others)) known.set(squeeze(text), key)
  return (text) => known.get(squeeze(text)) ?? null
}

export const readMobilityDirection = reader(mobilityDirectionLabels, {
  流出党员: 'LC',
  外出: 'LC',
  流入党员: 'LR',
  LC: 'LC',
  LR: 'LR',
})

export const readMobilityKind = reader(mobilityKindLabels, {
  跨省: 'crossProvince',
  省外: 'crossProvince',
  跨市: 'crossCity',
  跨地市: 'crossCity',
  省内: 'crossCity',
  省内流动: 'crossCity',
  跨县: 'crossCounty',
  跨区: 'crossCounty',
  市内跨区: 'crossCounty',
  市内: 'crossCounty',
  市内流动: 'crossCounty',
  县内: 'sameCounty',
  区内: 'sameCounty',
  县内跨乡: 'sameCounty',
  区内跨街道: 'sameCounty',
  国外: 'abroad',
  国境外: 'abroad',
  '出国(境)': 'abroad',
  出国: 'abroad',
  出境: 'abroad',
})

export const readMobilityReason = reader(mobilityReasonLabels, {
  打工: 'work',
  外出务工: 'work',
  工作: 'work',
  创业: 'business',
  求学: 'study',
  上学: 'study',
  留学: 'study',
  学习: 'study',
  随子女: 'family',
  投靠子女: 'family',
  随迁: 'family',
  看病: 'medical',
  治病: 'medical',
  探亲访友: 'visit',
})

export const readContactWay = reader(contactWayLabels, {
  手机: 'phone',
  通话: 'phone',
  短信: 'phone',
  QQ: 'wechat',
  网络: 'wechat',
  视频: 'wechat',
  见面: 'visit',
  走访: 'visit',
  面谈: 'visit',
  上门: 'visit',
  信件: 'letter',
  函: 'letter',
  函件: 'letter',
})
