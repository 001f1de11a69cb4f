import OpenAI from 'openai';
import { chat } from './chat.mjs';

// The house documents OpenAI's client for its endpoint.
export const ask = ({ base, key, model, prompt, stream }) => chat(
  new OpenAI({ apiKey: key, baseURL: `${base}/dashscope/compatible-mode/v1`, maxRetries: 0 }),
  { model, messages: [{ role: 'user', content: prompt }], enable_thinking: true, ...(stream && { stream_options: { include_usage: true } }) },
  stream, 'reasoning_content');
