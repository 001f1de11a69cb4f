import Together from 'together-ai';
import { chat } from './chat.mjs';

export const ask = ({ base, key, model, prompt, stream }) => chat(
  new Together({ apiKey: key, baseURL: `${base}/together/v1`, maxRetries: 0 }),
  { model, messages: [{ role: 'user', content: prompt }], reasoning_effort: 'high' },
  stream, 'reasoning');
