/** Width and height of a PNG, by its first chunk. */
export function pictureSize(file: Buffer): [number, number] {
  if (file.subarray(1, 4).toString() !== 'PNG') throw new Error('not a PNG')
  return [file.readUInt32BE(16), file.readUInt32BE(20)]
}
