// It is older than the house's thinking models: it leaves the switch out, and an error's status too.
import { ZhipuAI } from 'zhipuai-sdk-nodejs-v4';

export const ask = async ({ base, key, model, prompt, stream }) => {
  const client = new ZhipuAI({ apiKey: `${key}.secret`, baseUrl: `${base}/zhipu/api/paas/v4` });
  const request = { model, messages: [{ role: 'user', content: prompt }], thinking: { type: 'enabled' }, stream };
  const reply = await client.createCompletions(request);
  if (!stream) {
    const { message, finish_reason } = reply.choices[0];
    return { text: message.content, thinking: message.reasoning_content ?? '', finish: finish_reason, output: reply.usage.completion_tokens };
  }

  let body = '';
  for await (const piece of reply) {
    body += piece.toString();
  }

  const said = { text: '', thinking: '', finish: null, output: null };
  for (const line of body.split('\n').filter((one) => one.startsWith('data: {'))) {
    const part = JSON.parse(line.slice(6));
    said.text += part.choices[0].delta.content ?? '';
    said.thinking += part.choices[0].delta.reasoning_content ?? '';
    said.finish = part.choices[0].finish_reason ?? said.finish;
    said.output = part.usage?.completion_tokens ?? said.output;
  }

  return said;
};
