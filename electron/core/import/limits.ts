/**
 * How much an import reads before it says no. Real transcripts stay far below: 1,000,000 words are 7 MB of text, and a
 * Word file of 50,000 words unpacks to 10 MB.
 */
export const LIMITS = {
  /** Bytes of one file. */
  fileBytes: 200 * 1024 * 1024,
  /** Bytes that a part of an archive, or all that is read of an archive, may unpack to. */
  expandedBytes: 256 * 1024 * 1024,
  /** Bytes below which an archive may be packed as tightly as it likes. */
  ratioFreeBytes: 16 * 1024 * 1024,
  /** Times that an archive may unpack to its own size; text packs 3 to 60 times. */
  expandedRatio: 200,
  /** Entries of an archive. */
  archiveEntries: 20_000,
  /** Elements inside one another in XML, and groups in RTF. */
  depth: 256,
  /** Pages of a PDF file. */
  pages: 10_000,
  /** Milliseconds that one file may take. */
  fileMilliseconds: 120_000,
} as const
