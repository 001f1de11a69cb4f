import { createXai } from '@ai-sdk/xai';
import { aiSdk } from './ai-sdk.mjs';

export const ask = ({ base, key, stream, model, prompt }) => aiSdk(
  createXai({ apiKey: key, baseURL: `${base}/xai/v1` })(model), prompt, stream, { xai: { reasoningEffort: 'high' } });
