import { squeeze } from '../lib/text.ts'
import type { MobilityKind } from './mobility.ts'

const municipalities = ['北京', '天津', '上海', '重庆'] as const

const provinces = [
  '河北',
  '山西',
  '辽宁',
  '吉林',
  '黑龙江',
  '江苏',
  '浙江',
  '安徽',
  '福建',
  '江西',
  '山东',
  '河南',
  '湖北',
  '湖南',
  '广东',
  '海南',
  '四川',
  '贵州',
  '云南',
  '陕西',
  '甘肃',
  '青海',
  '内蒙古',
  '广西',
  '西藏',
  '宁夏',
  '新疆',
] as const

/** 境 here is the customs border: Hong Kong, Macao and Taiwan are 境外 too. */
const outside = [
  '香港',
  '澳门',
  '台湾',
  '国外',
  '境外',
  '海外',
  '新加坡',
  '马来西亚',
  '泰国',
  '越南',
  '柬埔寨',
  '老挝',
  '缅甸',
  '印度尼西亚',
  '印尼',
  '菲律宾',
  '日本',
  '韩国',
  '朝鲜',
  '蒙古国',
  '印度',
  '美国',
  '加拿大',
  '墨西哥',
  '巴西',
  '阿根廷',
  '智利',
  '秘鲁',
  '英国',
  '法国',
  '德国',
  '意大利',
  '西班牙',
  '葡萄牙',
  '荷兰',
  '比利时',
  '瑞士',
  '瑞典',
  '挪威',
  '丹麦',
  '芬兰',
  '爱尔兰',
  '奥地利',
  '波兰',
  '匈牙利',
  '捷克',
  '希腊',
  '俄罗斯',
  '乌克兰',
  '白俄罗斯',
  '哈萨克斯坦',
  '澳大利亚',
  '新西兰',
  '南非',
  '埃及',
  '尼日利亚',
  '肯尼亚',
  '安哥拉',
  '迪拜',
  '阿联酋',
  '沙特',
  '以色列',
  '土耳其',
  '欧洲',
  '非洲',
  '东南亚',
] as const

/** What a place as written says about where it is. */
export interface PlaceReading {
  readonly isAbroad: boolean
  /** Names a province or a municipality of the mainland. */
  readonly isOtherProvinceNamed: boolean
  readonly isMunicipality: boolean
  /** Only 省会, 省城: a city of the own province, whichever that is. */
  readonly isOwnCapital: boolean
  readonly isMainland: boolean
}

const startsWith = (text: string, names: readonly string[]) => names.some((name) => text.startsWith(name))

export function readPlace(written: string): PlaceReading {
  const text = squeeze(written).replace(/^中国(?:大陆)?/, '')
  const isMunicipality = startsWith(text, municipalities)
  const isOtherProvinceNamed = isMunicipality || startsWith(text, provinces)
  const isOwnCapital = /^(?:本省)?(?:省会|省城)/.test(text)
  const isAbroad = !isOtherProvinceNamed && startsWith(text, outside)
  const isMainland =
    !isAbroad && (isOtherProvinceNamed || isOwnCapital || /(?:省|市|县|区|镇|乡|街道)$/.test(text))
  return { isAbroad, isOtherProvinceNamed, isMunicipality, isOwnCapital, isMainland }
}

/** Why a kind and a place cannot both be right, in Chinese; null when they can. */
export function placeContradiction(kind: MobilityKind | null, written: string | null): string | null {
  if (kind === null || written === null || written.trim() === '') return null
  const place = readPlace(written)
  if (kind === 'abroad') return place.isMainland ? '流动类型是境外，去向却在境内' : null
  if (place.isAbroad) return '去向在境外（或港澳台），流动类型却不是境外'
  if (kind === 'crossProvince')
    return place.isOwnCapital ? '流动类型是跨省，去向却只写省会（本省的省会不跨省），请写明省份' : null
  if (kind === 'crossCity')
    return place.isMunicipality ? '流动类型是省内跨市，去向却是直辖市（直辖市没有省内跨市）' : null
  return place.isOtherProvinceNamed ? '流动类型在本市之内，去向却写了省（直辖市）' : null
}

const provinceEnd = /^(.+?(?:省|自治区|特别行政区))/

export interface PlaceParts {
  readonly province: string | null
  readonly city: string | null
  readonly district: string | null
  readonly place: string | null
}

/** 广东省深圳市 -> province and city; a place of another shape stays whole in `place`. */
export function splitPlace(written: string): PlaceParts {
  const text = squeeze(written)
  const nothing = { province: null, city: null, district: null, place: null }
  const municipality = /^((?:北京|天津|上海|重庆)市?)(.*)$/.exec(text)
  if (municipality !== null) {
    const [, name = '', rest = ''] = municipality
    const province = name.endsWith('市') ? name : `${name}市`
    return { ...nothing, province, district: rest === '' ? null : rest }
  }
  const province = provinceEnd.exec(text)?.[1]
  if (province === undefined)
    return readPlace(text).isAbroad ? { ...nothing, province: text } : { ...nothing, place: text }
  const rest = text.slice(province.length)
  const city = /^(.+?(?:市|自治州|地区|盟))(.*)$/.exec(rest)
  if (city === null) return { ...nothing, province, district: rest === '' ? null : rest }
  const [, cityName = '', below = ''] = city
  return { ...nothing, province, city: cityName, district: below === '' ? null : below }
}

/** One line as lists and ledgers print it; '' for none. */
export function placeText({ province, city, district, place }: PlaceParts): string {
  return [province, city, district, place].filter((part) => part !== null && part !== '').join('')
}

/** What a place is counted under: province and city, else the whole text; '' for none. */
export function placeKey(parts: PlaceParts): string {
  const { province, city, place } = splitPlace(placeText(parts))
  const known = `${province ?? ''}${city ?? ''}`
  return known === '' ? (place ?? '') : known
}
