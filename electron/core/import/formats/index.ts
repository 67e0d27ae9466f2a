import { ass } from './ass'
import { assemblyAiJson } from './assemblyai-json'
import { deepgramJson } from './deepgram-json'
import { dpeJson } from './dpe-json'
import type { Format } from './format'
import { html } from './html'
import { lrc } from './lrc'
import { markdown } from './markdown'
import { plainText } from './plain-text'
import { podcastJson } from './podcast-json'
import { podloveXml } from './podlove-xml'
import { sbv } from './sbv'
import { segmentListJson } from './segment-list-json'
import { srt } from './srt'
import { ttml } from './ttml'
import { vtt } from './vtt'
import { whisperJson } from './whisper-json'
import { youtubeJson3 } from './youtube-json3'
import { youtubeXml } from './youtube-xml'

/** Every format that is understood, in the order in which a file is tried; the last one takes any text. */
export const formats: readonly Format[] = [
  vtt,
  srt,
  sbv,
  lrc,
  ass,
  ttml,
  podloveXml,
  youtubeXml,
  html,
  youtubeJson3,
  deepgramJson,
  podcastJson,
  dpeJson,
  assemblyAiJson,
  whisperJson,
  segmentListJson,
  markdown,
  plainText,
]
