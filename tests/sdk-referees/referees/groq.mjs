import Groq from 'groq-sdk';
import { chat } from './chat.mjs';

export const ask = ({ base, key, model, prompt, stream }) => chat(
  new Groq({ apiKey: key, baseURL: `${base}/groq`, maxRetries: 0 }),
  { model, messages: [{ role: 'user', content: prompt }], reasoning_effort: 'default', reasoning_format: 'parsed' },
  stream, 'reasoning');
