import OpenAI from 'openai';
import { chat } from './chat.mjs';

// The house hides its thinking and tells only its tokens.
export const ask = ({ base, key, model, prompt, stream }) => chat(
  new OpenAI({ apiKey: key, baseURL: `${base}/openai/v1`, maxRetries: 0 }),
  { model, messages: [{ role: 'user', content: prompt }], reasoning_effort: 'low', ...(stream && { stream_options: { include_usage: true } }) },
  stream, 'reasoning_content');
