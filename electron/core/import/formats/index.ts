import { dpeJson } from './dpe-json'
import type { Format } from './format'
import { markdown } from './markdown'
import { plainText } from './plain-text'
import { podcastJson } from './podcast-json'
import { srt } from './srt'
import { vtt } from './vtt'
import { whisperJson } from './whisper-json'

/** Every format that is understood, in the order in which a file is tried; the last one takes any text. */
export const formats: readonly Format[] = [vtt, srt, podcastJson, dpeJson, whisperJson, markdown, plainText]
