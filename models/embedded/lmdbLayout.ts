/** The length of the header that each page begins with (mdb.c of lmdb-js 3: MDB_page up to mp_ptrs). */
export const pageHeader = 24;

/** Which first four bytes the content of the first two pages has (MDB_MAGIC). */
export const magic = 0xbeefc0de;

/** Where, in the content of the first two pages, is what (MDB_meta, with two MDB_db of 48 bytes in it). */
export const metaOffsets = {
  magic: 0,
  pageSize: 24,
  freeRoot: 64,
  mainRoot: 112,
  lastPage: 120,
  transaction: 128,
  end: 136,
} as const;

/** Where, in a page's header, is what. */
export const headerOffsets = { flags: 18, lower: 20, overflowPages: 20 } as const;

/** What kind of page it is (P_BRANCH, P_LEAF). */
export const pageFlags = { branch: 1, leaf: 2 } as const;

/** A node's data lies on pages of its own (F_BIGDATA). */
export const bigData = 1;

/** The root of an empty tree (P_INVALID). */
export const noPage = 0xffffffffffffffffn;
