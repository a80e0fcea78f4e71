/**
 * Occupancy coefficients, so that "carers are enough" is one comparison of whole numbers.
 * Carers per child at least 1:5 under 24 months and 1:7 from 24 months (国卫人口发〔2019〕58号):
 * a carer supplies 35, a younger child takes 7 of it, an older one 5.
 */
export const CARER_LOAD = 35

export function loadOf(ageMonths: number): number {
  return ageMonths < 24 ? 7 : 5
}
