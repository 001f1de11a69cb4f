import { Mistral } from '@mistralai/mistralai';

const words = (content, type) => typeof content === 'string' ? (type === 'text' ? content : '') : (content ?? [])
  .filter((part) => part.type === type)
  .map((part) => type === 'text' ? part.text : part.thinking.map((inner) => inner.text).join('')).join('');

export const ask = async ({ base, key, model, prompt, stream }) => {
  const client = new Mistral({ apiKey: key, serverURL: `${base}/mistral`, retryConfig: { strategy: 'none' } });
  const request = { model, messages: [{ role: 'user', content: prompt }], promptMode: 'reasoning' };
  const said = { text: '', thinking: '', finish: null, output: null };
  const take = (choice, message, usage) => {
    said.text += words(message.content, 'text');
    said.thinking += words(message.content, 'thinking');
    said.finish = choice.finishReason ?? said.finish;
    said.output = usage?.completionTokens ?? said.output;
  };
  if (stream) {
    for await (const { data } of await client.chat.stream(request)) {
      take(data.choices[0], data.choices[0].delta, data.usage);
    }
  } else {
    const reply = await client.chat.complete(request);
    take(reply.choices[0], reply.choices[0].message, reply.usage);
  }

  return said;
};
