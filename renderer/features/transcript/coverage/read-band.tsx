import { memo, useCallback, useRef } from 'react'
import type { Coverage } from '../../../../shared/domain/coverage'
import type { TextRange } from '../../../../shared/domain/span'
import { useRead } from '../../../api'
import { useTranscript } from '../transcript-context'
import { usePicture } from '../use-picture'
import styles from './read-band.module.css'

/** Pixels: from stripe to stripe of what is only marked as read, and how tall one is. */
const STRIPE_STEP = 4
const STRIPE = 1.5

/** Beside the minimap's passages: filled where the text was seen, striped where it is only marked as read. */
export const ReadBand = memo(function ReadBand() {
  const { source, view } = useTranscript()
  const coverage = useRead('coverage.get', { id: source.id }).data
  const canvas = useRef<HTMLCanvasElement>(null)
  const length = Math.max(1, view.document.text.length)

  const draw = useCallback(() => {
    const drawn = canvas.current
    return drawn && coverage ? () => drawBand(drawn, coverage, length) : null
  }, [coverage, length])
  usePicture(canvas, draw)

  return <canvas ref={canvas} className={styles['band']} aria-hidden />
})

function drawBand(canvas: HTMLCanvasElement, { seen, claimed }: Coverage, length: number): void {
  const { clientWidth: width, clientHeight: height } = canvas
  const context = canvas.getContext('2d')
  if (!context || width === 0) return
  canvas.width = Math.round(width * devicePixelRatio)
  canvas.height = Math.round(height * devicePixelRatio)
  context.scale(devicePixelRatio, devicePixelRatio)
  context.fillStyle = getComputedStyle(canvas).color
  const placeOf = ({ start, end }: TextRange) => [(start / length) * height, ((end - start) / length) * height] as const
  for (const range of claimed) {
    const [top, tall] = placeOf(range)
    for (let y = Math.ceil(top / STRIPE_STEP) * STRIPE_STEP; y < top + tall; y += STRIPE_STEP)
      context.fillRect(0, y, width, STRIPE)
  }
  for (const range of seen) {
    const [top, tall] = placeOf(range)
    context.fillRect(0, top, width, Math.max(1, tall))
  }
}
