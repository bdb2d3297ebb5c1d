import { describe, expect, it } from 'vitest'
import type { MobilityKind } from '#shared/domain/mobility.ts'
import { placeContradiction, placeKey, placeText, splitPlace } from '#shared/domain/mobilityPlaces.ts'

describe('a kind and a place that contradict each other', () => {
  it.each<[MobilityKind, string]>([
    ['abroad', '省会'],
    ['abroad', '广东省深圳市'],
    ['abroad', '上海市浦东新区'],
    ['crossProvince', '新加坡'],
    ['crossProvince', '省会'],
    ['crossCity', '新加坡'],
    ['crossCity', '上海市浦东新区'],
    ['crossCounty', '广东省深圳市'],
    ['crossCounty', '新加坡'],
    ['sameCounty', '香港'],
  ])('%s to %s is said', (kind, place) => {
    expect(placeContradiction(kind, place)).not.toBeNull()
  })
  it.each<[MobilityKind | null, string | null]>([
    ['abroad', '新加坡'],
    ['abroad', '香港特别行政区'],
    ['abroad', '加州湾区研究所'],
    ['crossProvince', '广东省深圳市'],
    ['crossProvince', '上海市浦东新区'],
    ['crossCity', '省会'],
    ['crossCity', '广东省深圳市'],
    ['crossCounty', '省会'],
    ['crossCounty', '高新区'],
    [null, '新加坡'],
    ['abroad', null],
    ['abroad', ' '],
  ])('%s to %s is left alone', (kind, place) => {
    expect(placeContradiction(kind, place)).toBeNull()
  })
})

describe('a place as written', () => {
  it.each([
    ['广东省深圳市', { province: '广东省', city: '深圳市', district: null, place: null }],
    ['广东省深圳市南山区', { province: '广东省', city: '深圳市', district: '南山区', place: null }],
    ['上海市浦东新区', { province: '上海市', city: null, district: '浦东新区', place: null }],
    ['上海', { province: '上海市', city: null, district: null, place: null }],
    ['内蒙古自治区', { province: '内蒙古自治区', city: null, district: null, place: null }],
    ['新加坡', { province: '新加坡', city: null, district: null, place: null }],
    ['省会', { province: null, city: null, district: null, place: '省会' }],
  ])('%s is taken apart', (written, parts) => {
    expect(splitPlace(written)).toEqual(parts)
  })
  it('is counted by province and city, however it was written down', () => {
    const nowhere = { province: null, city: null, district: null, place: null }
    expect(placeKey({ ...nowhere, place: '广东省深圳市南山区' })).toBe('广东省深圳市')
    expect(placeKey({ ...nowhere, province: '广东省', city: '深圳市' })).toBe('广东省深圳市')
    expect(placeKey({ ...nowhere, place: '省会' })).toBe('省会')
    expect(placeKey(nowhere)).toBe('')
    expect(placeText({ ...splitPlace('广东省深圳市'), place: '科技园' })).toBe('广东省深圳市科技园')
  })
})
