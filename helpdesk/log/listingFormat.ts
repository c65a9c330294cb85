/**
 * What rows and entries of the search hold, and what words they are found by: counted up when that changes. A log that
 * was listed in another format is listed anew; without a number it was listed before there was one.
 */
export const listingFormat = 2;
