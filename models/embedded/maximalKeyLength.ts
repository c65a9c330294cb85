/**
 * How many bytes of an index key are kept as they are. LMDB takes keys of up to 1978 bytes; this leaves room for the
 * index number before, and a digest and the record number after.
 */
export const maximalKeyLength = 1400;
