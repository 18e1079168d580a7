// Sums that come out the same in any order. Points are counted in millionths, and a sum is told in thousandths: three
// thirds of a point are a point, and fifty estimates of 0.72 are 36.

export function exactSum(values: readonly number[]): number {
  const millionths = values.reduce((sum, value) => sum + Math.round(value * 1_000_000), 0);
  return Math.round(millionths / 1000) / 1000;
}
