// What clients modelled on OpenAI's make of chat completions.
export const chat = async (client, request, stream, place) => {
  if (!stream) {
    const reply = await client.chat.completions.create(request);
    const { message, finish_reason } = reply.choices[0];
    return { text: message.content, thinking: message[place] ?? '', finish: finish_reason, output: reply.usage.completion_tokens };
  }

  const said = { text: '', thinking: '', finish: null, output: null };
  for await (const part of await client.chat.completions.create({ ...request, stream: true })) {
    said.text += part.choices[0]?.delta?.content ?? '';
    said.thinking += part.choices[0]?.delta?.[place] ?? '';
    said.finish = part.choices[0]?.finish_reason ?? said.finish;
    said.output = (part.usage ?? part.x_groq?.usage)?.completion_tokens ?? said.output;
  }

  return said;
};
