import OpenAI from 'openai';

export const ask = async ({ base, key, model, prompt, stream }) => {
  const client = new OpenAI({ apiKey: key, baseURL: `${base}/openai/v1`, maxRetries: 0 });
  const request = { model, input: prompt, reasoning: { effort: 'low', summary: 'auto' } };
  let reply;
  let text = '';
  if (stream) {
    const events = client.responses.stream(request);
    events.on('response.output_text.delta', (event) => { text += event.delta; });
    reply = await events.finalResponse();
  } else {
    reply = await client.responses.create(request);
    text = reply.output_text;
  }

  const thinking = reply.output.filter((item) => item.type === 'reasoning').flatMap((item) => item.summary).map((part) => part.text).join('');
  return { text, thinking, finish: reply.status, output: reply.usage.output_tokens };
};
