import { generateText, streamText } from 'ai';

// Vercel's clients, one package a house.
export const aiSdk = async (model, prompt, stream, providerOptions) => {
  const options = { model, prompt, providerOptions, maxRetries: 0 };
  let reply;
  if (stream) {
    let failure;
    reply = streamText({ ...options, onError: ({ error }) => { failure = error; } });
    await reply.consumeStream();
    if (failure) {
      throw failure;
    }
  } else {
    reply = await generateText(options);
  }

  const usage = await reply.usage;
  return { text: await reply.text, thinking: await reply.reasoningText ?? '', finish: await reply.finishReason, output: usage.outputTokens };
};
