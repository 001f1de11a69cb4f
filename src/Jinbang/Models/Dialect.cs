namespace Jinbang.Models;

/// <summary>In what form a provider takes questions and gives replies.</summary>
public enum Dialect
{
    /// <summary>OpenAI's chat completions, which most providers speak (platform.openai.com/docs/api-reference/chat).</summary>
    OpenAiChat,

    /// <summary>OpenAI's responses (platform.openai.com/docs/api-reference/responses).</summary>
    OpenAiResponses,

    /// <summary>Anthropic's messages (docs.anthropic.com/en/api/messages).</summary>
    Anthropic,

    /// <summary>Google's generateContent (ai.google.dev/api/generate-content).</summary>
    Gemini,
}
