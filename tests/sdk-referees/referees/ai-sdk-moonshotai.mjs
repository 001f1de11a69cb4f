import { createMoonshotAI } from '@ai-sdk/moonshotai';
import { aiSdk } from './ai-sdk.mjs';

export const ask = ({ base, key, stream, model, prompt }) => aiSdk(
  createMoonshotAI({ apiKey: key, baseURL: `${base}/moonshot/v1` })(model), prompt, stream, { moonshotai: { thinking: { type: 'enabled' } } });
