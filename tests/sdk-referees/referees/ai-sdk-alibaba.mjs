import { createAlibaba } from '@ai-sdk/alibaba';
import { aiSdk } from './ai-sdk.mjs';

export const ask = ({ base, key, stream, model, prompt }) => aiSdk(
  createAlibaba({ apiKey: key, baseURL: `${base}/dashscope/compatible-mode/v1` })(model), prompt, stream, { alibaba: { enableThinking: true } });
