import Anthropic from '@anthropic-ai/sdk';

export const ask = async ({ base, key, model, prompt, stream }) => {
  const client = new Anthropic({ apiKey: key, baseURL: `${base}/anthropic`, maxRetries: 0 });
  const request = { model, max_tokens: 4000, thinking: { type: 'enabled', budget_tokens: 1024 }, messages: [{ role: 'user', content: prompt }] };
  const reply = stream ? await client.messages.stream(request).finalMessage() : await client.messages.create(request);
  const of = (type, field) => reply.content.filter((block) => block.type === type).map((block) => block[field]).join('');
  return { text: of('text', 'text'), thinking: of('thinking', 'thinking'), finish: reply.stop_reason, output: reply.usage.output_tokens };
};
