import { OpenRouter } from '@openrouter/sdk';

export const ask = async ({ base, key, model, prompt, stream }) => {
  const client = new OpenRouter({ apiKey: key, serverURL: `${base}/openrouter/api/v1`, retryConfig: { strategy: 'none' } });
  const chatRequest = { model, messages: [{ role: 'user', content: prompt }], reasoning: { effort: 'high' }, stream };
  const reply = await client.chat.send({ chatRequest });
  if (!stream) {
    const { message, finishReason } = reply.choices[0];
    return { text: message.content, thinking: message.reasoning ?? '', finish: finishReason, output: reply.usage.completionTokens };
  }

  const said = { text: '', thinking: '', finish: null, output: null };
  for await (const part of reply) {
    said.text += part.choices[0]?.delta?.content ?? '';
    said.thinking += part.choices[0]?.delta?.reasoning ?? '';
    said.finish = part.choices[0]?.finishReason ?? said.finish;
    said.output = part.usage?.completionTokens ?? said.output;
  }

  return said;
};
