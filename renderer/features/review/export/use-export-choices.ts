import { useState } from 'react'
import { useRead } from '../../../api'
import type { ExportOptions } from '../../../../shared/domain/export-options'
import type { ReviewId } from '../../../../shared/domain/ids'
import { findFormat, type ExportFormat } from './formats'

/** What is chosen for an export: until something is, what the last export of the review had, of the same format. */
export function useExportChoices(id: ReviewId, wanted: ExportFormat | null) {
  const revisions = useRead('review.revisions', { id }).data
  const [format, setFormat] = useState(wanted)
  const [changed, setChanged] = useState<Partial<Record<ExportFormat, ExportOptions>>>({})
  const chosen = format ?? findFormat(revisions?.[0]?.format) ?? 'md'
  const options = changed[chosen] ?? revisions?.find((revision) => revision.format === chosen)?.options ?? {}
  return {
    format: chosen,
    setFormat,
    options,
    setOptions: (change: ExportOptions) => setChanged({ ...changed, [chosen]: { ...options, ...change } }),
    isReady: revisions !== undefined,
  }
}
