/** Where the tables find the demonstration's data. */
export const SEEDED = 'dist/seeded'
