import { createDeepSeek } from '@ai-sdk/deepseek';
import { aiSdk } from './ai-sdk.mjs';

export const ask = ({ base, key, stream, model, prompt }) => aiSdk(
  createDeepSeek({ apiKey: key, baseURL: `${base}/deepseek/v1` })(model), prompt, stream, { deepseek: { thinking: { type: 'enabled' } } });
