import { createFireworks } from '@ai-sdk/fireworks';
import { aiSdk } from './ai-sdk.mjs';

export const ask = ({ base, key, stream, model, prompt }) => aiSdk(
  createFireworks({ apiKey: key, baseURL: `${base}/fireworks/inference/v1` })(model), prompt, stream, { fireworks: { thinking: { type: 'enabled', budgetTokens: 1024 } } });
