import { GoogleGenAI } from '@google/genai';

export const ask = async ({ base, key, model, prompt, stream }) => {
  const client = new GoogleGenAI({ apiKey: key, httpOptions: { baseUrl: `${base}/gemini` } });
  const request = { model, contents: prompt, config: { thinkingConfig: { includeThoughts: true, thinkingBudget: 1024 }, maxOutputTokens: 4000 } };
  const said = { text: '', thinking: '', finish: null, output: null };
  const replies = stream ? await client.models.generateContentStream(request) : [await client.models.generateContent(request)];
  for await (const reply of replies) {
    for (const part of reply.candidates[0].content?.parts ?? []) {
      said[part.thought ? 'thinking' : 'text'] += part.text;
    }

    said.finish = reply.candidates[0].finishReason ?? said.finish;
    said.output = reply.usageMetadata.candidatesTokenCount + reply.usageMetadata.thoughtsTokenCount;
  }

  return said;
};
